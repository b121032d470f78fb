/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  historyStepOf,
  joinBuckets,
  ScoreBucket,
  scoreBuckets,
  ScoreHistory,
  timeByGrade,
} from 'backstage-plugin-kubernetes-ha-common';
import type { HistoryPoint, HistoryStore } from '../database/HistoryStore';
import { holdMsOf, keptBuckets } from '../database/keptBuckets';
import { buckets } from '../database/resolutions';
import { historyPlan } from './historyPlan';

/** Hours and days before the present ones that may not be complete yet: as many as `thinFrom` writes again. */
const OPEN_BUCKETS = 2;

type Buckets = ScoreBucket<HistoryPoint>[];

/** What is read of the past. */
export type PastScores = Pick<HistoryStore, 'range' | 'firstAssessedAt'>;

/** The score of a cluster over a range, in a bounded number of steps. */
export async function scoreHistory(
  history: PastScores,
  cluster: { name: string; intervalSeconds: number },
  range: { from: string; to: string; stepSeconds?: number },
  now: Date,
): Promise<ScoreHistory> {
  const { resolution, fromMs, toMs, stepMs } = historyPlan(range, now);
  const past = { history, ...cluster, nowMs: now.getTime() };
  const found =
    resolution === 'raw'
      ? await rawBuckets(past, { fromMs, toMs, stepMs })
      : joinBuckets(await thinned[resolution](past, fromMs, toMs), stepMs);
  const firstAssessedAt = await history.firstAssessedAt(cluster.name);
  const answer = {
    from: isoOf(fromMs),
    to: isoOf(toMs),
    ...(firstAssessedAt && { firstAssessedAt }),
    stepSeconds: stepMs / 1000,
    steps: found.map(bucket => historyStepOf(bucket, fromMs)),
  };
  return { ...answer, time: timeByGrade(answer.steps, answer) };
}

interface Past {
  history: PastScores;
  name: string;
  intervalSeconds: number;
  nowMs: number;
}

async function rawBuckets(
  { history, name, intervalSeconds }: Past,
  range: { fromMs: number; toMs: number; stepMs: number },
): Promise<Buckets> {
  if (range.fromMs > range.toMs) return [];
  const holdMs = holdMsOf(intervalSeconds);
  // One that was made before the range may still hold in it.
  const points = await history.range(
    name,
    'raw',
    isoOf(range.fromMs - holdMs),
    isoOf(range.toMs),
  );
  return scoreBuckets(points, { ...range, holdMs });
}

/** Hours and days, the newest of which are made from what is denser: they are written once an hour. */
const thinned = {
  async hour(past: Past, fromMs: number, toMs: number): Promise<Buckets> {
    const { ms } = buckets.hour;
    const openMs = Math.max(fromMs, firstOpen(past.nowMs, ms));
    return [
      ...(await stored(past, 'hour', fromMs, Math.min(openMs - 1, toMs))),
      ...(await rawBuckets(past, { fromMs: openMs, toMs, stepMs: ms })),
    ];
  },
  async day(past: Past, fromMs: number, toMs: number): Promise<Buckets> {
    const { ms } = buckets.day;
    const openMs = Math.max(fromMs, firstOpen(past.nowMs, ms));
    const hours = await thinned.hour(past, openMs, toMs);
    return [
      ...(await stored(past, 'day', fromMs, Math.min(openMs - 1, toMs))),
      ...joinBuckets(hours, ms),
    ];
  },
};

async function stored(
  { history, name }: Past,
  resolution: 'hour' | 'day',
  fromMs: number,
  toMs: number,
): Promise<Buckets> {
  if (fromMs > toMs) return [];
  const points = await history.range(
    name,
    resolution,
    isoOf(fromMs),
    isoOf(toMs),
  );
  return keptBuckets(points, resolution);
}

function firstOpen(nowMs: number, ms: number): number {
  return (Math.floor(nowMs / ms) - OPEN_BUCKETS) * ms;
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
