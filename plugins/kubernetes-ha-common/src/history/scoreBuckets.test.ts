/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import {
  joinBuckets,
  NO_SCORE,
  ScoreBucket,
  scoreBuckets,
  ScorePoint,
} from './scoreBuckets';

const at = (ms: number, score: number | null): ScorePoint => ({
  at: new Date(ms).toISOString(),
  score,
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

it('shows four minutes of a low in an hour as four minutes', () => {
  const points = Array.from({ length: 120 }, (_, i) =>
    at(i * 30_000, i >= 20 && i < 28 ? 20 : 95),
  );
  const buckets = scoreBuckets(points, {
    fromMs: 0,
    toMs: HOUR,
    stepMs: HOUR,
    holdMs: 90_000,
  });
  expect(buckets).toEqual([
    {
      startMs: 0,
      held: { 20: 4 * MINUTE, 95: 56 * MINUTE },
      lowest: points[20],
    },
  ]);
});

it.each`
  points                                   | held                           | rule
  ${[at(0, 95), at(100, 20)]}              | ${[{ 95: 50 }, { 20: 50 }]}    | ${'a point speaks no longer than it holds: after that nobody assessed'}
  ${[at(0, 95), at(20, null), at(40, 95)]} | ${[{ 95: 20 + 50, none: 20 }]} | ${'an assessment without a score is one'}
  ${[at(90, 95)]}                          | ${[{ 95: 10 }, { 95: 40 }]}    | ${'a point is divided among the buckets it reaches'}
  ${[at(200, 95)]}                         | ${[{ 95: 0 }]}                 | ${'what has only just been seen is seen'}
  ${[]}                                    | ${[]}                          | ${'nothing assessed is no bucket'}
`('$rule', ({ points, held }) => {
  const buckets = scoreBuckets(points, {
    fromMs: 0,
    toMs: 200,
    stepMs: 100,
    holdMs: 50,
  });
  expect(buckets.map(bucket => bucket.held)).toEqual(held);
});

/** Small times, so that every millisecond can be looked at by itself. */
const history = fc
  .record({
    points: fc.uniqueArray(
      fc.record({
        ms: fc.integer({ min: -50, max: 350 }),
        score: fc.option(fc.integer({ min: 0, max: 100 })),
      }),
      { selector: ({ ms }) => ms, maxLength: 30 },
    ),
    fromMs: fc.integer({ min: 0, max: 150 }),
    spanMs: fc.integer({ min: 1, max: 150 }),
    stepMs: fc.integer({ min: 1, max: 60 }),
    holdMs: fc.integer({ min: 1, max: 80 }),
  })
  .map(({ points, fromMs, spanMs, ...rest }) => ({
    points: [...points]
      .sort((a, b) => a.ms - b.ms)
      .map(({ ms, score }) => at(ms, score)),
    range: { ...rest, fromMs, toMs: fromMs + spanMs },
  }));

/** The score in force in each millisecond of a range, found without buckets. */
function scoresByMs(
  points: readonly ScorePoint[],
  { fromMs, toMs, holdMs }: { fromMs: number; toMs: number; holdMs: number },
): (number | null | undefined)[] {
  return Array.from({ length: toMs - fromMs }, (_, i) => {
    const ms = fromMs + i;
    const last = points.filter(point => Date.parse(point.at) <= ms).at(-1);
    return last && ms < Date.parse(last.at) + holdMs ? last.score : undefined;
  });
}

const total = (buckets: readonly ScoreBucket<ScorePoint>[]) =>
  buckets
    .flatMap(({ held }) => Object.values(held))
    .reduce((sum, ms) => sum + ms, 0);

const scoresOf = (buckets: readonly ScoreBucket<ScorePoint>[]) =>
  buckets.flatMap(({ held }) =>
    Object.keys(held)
      .filter(score => score !== NO_SCORE)
      .map(Number),
  );

it('keeps the whole of the assessed time, to the millisecond', () => {
  fc.assert(
    fc.property(history, ({ points, range }) => {
      const assessed = scoresByMs(points, range).filter(
        score => score !== undefined,
      );
      expect(total(scoreBuckets(points, range))).toBe(assessed.length);
    }),
  );
});

it('keeps the least and the greatest score of a range', () => {
  fc.assert(
    fc.property(history, ({ points, range }) => {
      const seen = scoresByMs(points, range).filter(
        (score): score is number => typeof score === 'number',
      );
      const kept = scoresOf(scoreBuckets(points, range));
      // A point at the very end of the range is seen and has held for no time yet.
      const atEnd = points.filter(p => Date.parse(p.at) === range.toMs);
      const scores = [...seen, ...atEnd.flatMap(({ score }) => score ?? [])];
      expect(Math.min(...kept)).toBe(Math.min(...scores));
      expect(Math.max(...kept)).toBe(Math.max(...scores));
    }),
  );
});

it('puts nothing outside the range, and names the lowest point of each bucket', () => {
  fc.assert(
    fc.property(history, ({ points, range }) => {
      for (const bucket of scoreBuckets(points, range)) {
        const { startMs, lowest } = bucket;
        expect(startMs % range.stepMs).toBe(0);
        expect(startMs).toBeGreaterThan(range.fromMs - range.stepMs);
        expect(startMs).toBeLessThanOrEqual(range.toMs);
        const scores = scoresOf([bucket]);
        expect(lowest.score ?? Infinity).toBe(Math.min(...scores));
      }
    }),
  );
});

it('loses nothing by joining: as if the longer buckets had been made at once', () => {
  fc.assert(
    fc.property(
      history,
      fc.integer({ min: 1, max: 5 }),
      ({ points, range }, times) => {
        const long = { ...range, stepMs: range.stepMs * times };
        const joined = joinBuckets(scoreBuckets(points, range), long.stepMs);
        const atOnce = scoreBuckets(points, long);
        expect(joined.map(({ startMs, held }) => [startMs, held])).toEqual(
          atOnce.map(({ startMs, held }) => [startMs, held]),
        );
      },
    ),
  );
});
