/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  SectionName,
  Sections,
  SectionValues,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';

/** What a section holds in these signals (the previous or the last observed ones); nothing when it is not observed there. */
export function previousValue<K extends SectionName>(
  sections: Readonly<Partial<Sections>>,
  name: K,
): SectionValues[K] | undefined {
  const section: Signal<SectionValues[K]> | undefined = sections[name];
  return section?.state === 'observed' ? section.value : undefined;
}
