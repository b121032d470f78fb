/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { SectionName, sectionNames, SomeSections } from './clusterSnapshot';
import { sectionDefinitions } from './sections/definitions';
import type { SectionDefinition } from './sections/section';
import type { Signal } from './signal';

/** The sections in which something of the cluster answered. None: it was not reached. @public */
export function answeredSections(sections: SomeSections): SectionName[] {
  return sectionNames.filter(name => isAnswered(name, sections));
}

function isAnswered(name: SectionName, sections: SomeSections): boolean {
  const signal: Signal<unknown> | undefined = sections[name];
  if (signal?.state !== 'observed') return false;
  const { isAnswer }: SectionDefinition = sectionDefinitions[name];
  return isAnswer?.(signal.value) ?? true;
}
