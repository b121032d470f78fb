/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { HistoryResolution } from 'backstage-plugin-kubernetes-ha-common';

/** The part of history that is asked for. */
export interface MomentsQuery {
  from?: string;
  to?: string;
  resolution: HistoryResolution;
}

const HOUR_MS = 3_600_000;

/** How far apart points are and how long they are kept. */
const kept = {
  hour: { stepMs: HOUR_MS, forMs: 30 * 24 * HOUR_MS },
  day: { stepMs: 24 * HOUR_MS, forMs: 730 * 24 * HOUR_MS },
};
const RAW_KEPT_MS = 48 * HOUR_MS;

/** The moments of a range, oldest first, in milliseconds since the epoch: always the same ones, as if they were stored. Pure but for the time. */
export function momentsOf(query: MomentsQuery, rawStepMs: number): number[] {
  const { stepMs, forMs } =
    query.resolution === 'raw'
      ? { stepMs: rawStepMs, forMs: RAW_KEPT_MS }
      : kept[query.resolution];
  const nowMs = Date.now();
  const fromMs = Math.max(
    nowMs - forMs,
    query.from ? Date.parse(query.from) : 0,
  );
  const toMs = Math.min(nowMs, query.to ? Date.parse(query.to) : nowMs);
  const first = Math.ceil(fromMs / stepMs);
  const last = Math.floor(toMs / stepMs);
  return Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, i) => (first + i) * stepMs,
  );
}
