/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { HistoryResolution } from 'backstage-plugin-kubernetes-ha-common';
import { buckets, keptMs } from '../database/resolutions';

/** Steps of an answer, and one that the range has begun. (proposal) */
const MOST_STEPS = 400;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Lengths of a step that people read easily, in seconds. */
const lengths = [
  ...[1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map(minutes => minutes * MINUTE),
  ...[1, 2, 6, 12].map(hours => hours * HOUR),
  ...[1, 2, 7].map(days => days * DAY),
];

/** From which points a range is answered, and in which steps. */
export interface HistoryPlan {
  resolution: HistoryResolution;
  fromMs: number;
  toMs: number;
  stepMs: number;
}

/**
 * Plans an answer for a range: the densest points that reach back to its
 * beginning, in steps of which there are at most 400 (and one that the range
 * has begun), whatever was wished for. Of hours or days, the range begins at
 * one. Pure.
 */
export function historyPlan(
  range: { from: string; to: string; stepSeconds?: number },
  now: Date,
): HistoryPlan {
  const nowMs = now.getTime();
  const toMs = Math.min(Date.parse(range.to), nowMs);
  const askedMs = Math.min(
    toMs,
    Math.max(Date.parse(range.from), nowMs - keptMs.day),
  );
  const resolution = resolutionOf(nowMs - askedMs);
  const unitMs = resolution === 'raw' ? 1000 : buckets[resolution].ms;
  const fromMs =
    resolution === 'raw' ? askedMs : Math.floor(askedMs / unitMs) * unitMs;
  const leastMs = (toMs - fromMs) / MOST_STEPS;
  const fitting = lengths.find(seconds => seconds * 1000 >= leastMs) ?? 7 * DAY;
  const wishedMs = (range.stepSeconds ?? 0) * 1000;
  const stepMs =
    wishedMs >= leastMs && wishedMs > 0 ? wishedMs : fitting * 1000;
  return {
    resolution,
    fromMs,
    toMs,
    stepMs: Math.ceil(stepMs / unitMs) * unitMs,
  };
}

function resolutionOf(backMs: number): HistoryResolution {
  if (backMs <= keptMs.raw) return 'raw';
  return backMs <= keptMs.hour ? 'hour' : 'day';
}
