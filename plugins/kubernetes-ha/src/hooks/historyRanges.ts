/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { HistoryResolution } from 'backstage-plugin-kubernetes-ha-common';

/** Time ranges on offer: hours back. */
export const historyRanges = {
  '24h': { hours: 24 },
  '7d': { hours: 7 * 24 },
  '30d': { hours: 30 * 24 },
  '2y': { hours: 730 * 24 },
} as const satisfies Record<string, { hours: number }>;

/** See {@link historyRanges}. */
export type HistoryRange = keyof typeof historyRanges;

/** Seconds of a point that stands for an hour or a day. */
export const bucketSeconds = { hour: 3600, day: 86_400 } as const;

/** The densest points that are kept for so many hours: raw 48 h, hourly 30 d, daily 2 y. */
export function resolutionOf(hoursBack: number): HistoryResolution {
  if (hoursBack <= 48) return 'raw';
  return hoursBack <= 30 * 24 ? 'hour' : 'day';
}
