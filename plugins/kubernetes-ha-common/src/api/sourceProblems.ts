/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { sectionNames, SomeSections } from '../snapshot/clusterSnapshot';
import type { SourceProblem } from './types';

/** What hindered a collection: sections that one source could not tell for one reason are one problem. @public */
export function sourceProblems(sections: SomeSections): SourceProblem[] {
  const problems = new Map<string, SourceProblem>();
  for (const name of sectionNames) {
    const signal = sections[name];
    if (signal?.state !== 'unknown') continue;
    const key = `${signal.source}/${signal.reason}`;
    const known = problems.get(key);
    if (known) {
      known.sections.push(name);
    } else {
      problems.set(key, {
        source: signal.source,
        sections: [name],
        reason: signal.reason,
        detail: signal.detail,
        ...(signal.why && { why: signal.why }),
      });
    }
  }
  return [...problems.values()];
}
