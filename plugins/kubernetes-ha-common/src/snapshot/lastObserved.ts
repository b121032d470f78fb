/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { LastObserved, Sections, SomeSections } from './clusterSnapshot';
import { sectionNames } from './clusterSnapshot';
import type { ObservedSignal } from './signal';

/**
 * How old what was last observed may be to stand for what is unknown now, in
 * seconds. A failure that takes the sight of itself with it, a control plane
 * say, is usually found within minutes; after an hour too much may have
 * changed unseen (proposal; design/scoring.md point 13).
 * @public
 */
export const LAST_OBSERVED_SECONDS = 3600;

/** Whether an observation is young enough at `nowMs` to stand for what is unknown then. @internal */
export function isRemembered(
  { observedAt }: Pick<ObservedSignal<unknown>, 'observedAt'>,
  nowMs: number,
): boolean {
  return nowMs - Date.parse(observedAt) <= LAST_OBSERVED_SECONDS * 1000;
}

/** Of what was last observed, that of sections which are unknown at `nowMs`. @internal */
export function lastObservedOf(
  sections: Readonly<Sections>,
  last: Readonly<SomeSections>,
  nowMs: number,
): LastObserved | undefined {
  const kept = sectionNames.flatMap(name => {
    const signal = last[name];
    return sections[name].state === 'unknown' &&
      signal?.state === 'observed' &&
      isRemembered(signal, nowMs)
      ? [[name, signal] as const]
      : [];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
