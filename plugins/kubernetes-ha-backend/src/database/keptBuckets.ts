/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  NO_SCORE,
  ScoreBucket,
  STALE_INTERVALS,
} from 'backstage-plugin-kubernetes-ha-common';
import type { HistoryPoint } from './HistoryStore';
import { buckets, ThinResolution } from './resolutions';

/** For how long an assessment speaks, in milliseconds: as long as what it rests on is not stale. */
export function holdMsOf(intervalSeconds: number): number {
  return STALE_INTERVALS * intervalSeconds * 1000;
}

/** Stored hours or days as buckets. One of an earlier version knows its lowest score only, and counts whole as that. */
export function keptBuckets(
  points: readonly HistoryPoint[],
  resolution: ThinResolution,
): ScoreBucket<HistoryPoint>[] {
  return points.map(point => ({
    startMs: Date.parse(point.at),
    held: point.held ?? {
      [point.score ?? NO_SCORE]: buckets[resolution].ms,
    },
    lowest: point,
  }));
}
