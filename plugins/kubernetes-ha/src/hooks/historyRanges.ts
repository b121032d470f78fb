/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { HistoryResolution } from 'backstage-plugin-kubernetes-ha-common';

/** Time ranges on offer: hours back and how densely the points are kept. */
export const historyRanges = {
  '24h': { hours: 24, resolution: 'raw' },
  '7d': { hours: 7 * 24, resolution: 'hour' },
  '30d': { hours: 30 * 24, resolution: 'hour' },
  '2y': { hours: 730 * 24, resolution: 'day' },
} as const satisfies Record<
  string,
  { hours: number; resolution: HistoryResolution }
>;

/** See {@link historyRanges}. */
export type HistoryRange = keyof typeof historyRanges;

/** Seconds of a point that stands for an hour or a day. */
export const bucketSeconds = { hour: 3600, day: 86_400 } as const;
