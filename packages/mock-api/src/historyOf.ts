/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  historyStepOf,
  Scorecard,
  scoreBuckets,
  ScoreHistory,
  timeByGrade,
} from 'backstage-plugin-kubernetes-ha-common';

const DAY_MS = 86_400_000;
/** The mock assesses every half minute, and has done so for a hundred days. */
const POINT_MS = 30_000;
const KNOWN_MS = 100 * DAY_MS;
/** Points that one answer is made of; a longer range is made of fewer of them. */
const MOST_POINTS = 21_000;

const isoOf = (ms: number) => new Date(ms).toISOString();

/** The score over a range, as if it had been assessed every half minute. */
export function historyOf(
  query: { from?: string; to?: string; stepSeconds?: number },
  scorecardAt: (ms: number) => Scorecard,
): ScoreHistory {
  const nowMs = Date.now();
  const toMs = Math.min(nowMs, query.to ? Date.parse(query.to) : nowMs);
  const fromMs = Math.min(
    toMs,
    query.from ? Date.parse(query.from) : toMs - DAY_MS,
  );
  const shortestMs = Math.ceil((toMs - fromMs) / 400 / 300_000) * 300_000;
  const stepMs = Math.max((query.stepSeconds ?? 0) * 1000, shortestMs, 1000);
  const firstMs = Math.floor((nowMs - KNOWN_MS) / DAY_MS) * DAY_MS;
  const everyMs =
    Math.ceil((toMs - fromMs) / MOST_POINTS / POINT_MS || 1) * POINT_MS;
  const points = [];
  let ms = Math.ceil(Math.max(fromMs - everyMs, firstMs) / everyMs) * everyMs;
  for (; ms <= toMs; ms += everyMs) {
    const card = scorecardAt(ms);
    const { score, provisional, limitedBy, headline } = card;
    points.push({
      at: isoOf(ms),
      score,
      provisional,
      ...(limitedBy && { limitedByLayer: limitedBy.layer }),
      ...(headline && {
        headline: {
          verdict: headline.verdict,
          checkId: headline.checkIds[0],
        },
      }),
    });
  }
  const steps = scoreBuckets(points, {
    fromMs,
    toMs,
    stepMs,
    holdMs: 3 * everyMs,
  }).map(bucket => historyStepOf(bucket, fromMs));
  const answer = {
    from: isoOf(fromMs),
    to: isoOf(toMs),
    firstAssessedAt: isoOf(firstMs),
    stepSeconds: stepMs / 1000,
    steps,
  };
  return { ...answer, time: timeByGrade(steps, answer) };
}
