/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/**
 * How long each score held, in milliseconds by score; under `none` what was
 * assessed and got no score. A score that was only just seen has 0. @public
 */
export type HeldScores = Readonly<Record<string, number>>;

/** Key of what was assessed without a score. @public */
export const NO_SCORE = 'none';

/** A score that an assessment gave. @public */
export interface ScorePoint {
  /** ISO 8601 UTC. */
  at: string;
  score: number | null;
}

/** What is known of a span of time. @public */
export interface ScoreBucket<P extends ScorePoint> {
  /** Milliseconds since the epoch; a multiple of the length of the span. */
  startMs: number;
  held: HeldScores;
  /** The point with the lowest score; one without a score only where no other is. */
  lowest: P;
}

/** What to put into buckets, in milliseconds (since the epoch). @public */
export interface BucketRange {
  fromMs: number;
  toMs: number;
  /** Length of a bucket. */
  stepMs: number;
  /** For how long a point counts where none follows it; after that nothing was assessed. */
  holdMs: number;
}

/**
 * Puts points (oldest first) into buckets, oldest first; a bucket in which
 * nothing was assessed is left out. A point holds until the next one, but not
 * beyond `holdMs`, and is divided among the buckets it reaches. Only what lies
 * in the range counts. Pure.
 * @public
 */
export function scoreBuckets<P extends ScorePoint>(
  points: readonly P[],
  range: BucketRange,
): ScoreBucket<P>[] {
  const { fromMs, toMs, stepMs, holdMs } = range;
  const buckets = new Map<number, OpenBucket<P>>();
  points.forEach((point, index) => {
    const atMs = Date.parse(point.at);
    const next = points[index + 1];
    const endMs = Math.min(
      next ? Date.parse(next.at) : toMs,
      atMs + holdMs,
      toMs,
    );
    const beginMs = Math.max(atMs, fromMs);
    if (endMs < beginMs || (endMs === beginMs && atMs < fromMs)) return;
    let startMs = Math.floor(beginMs / stepMs) * stepMs;
    do {
      const ms = Math.min(endMs, startMs + stepMs) - Math.max(beginMs, startMs);
      add(buckets, startMs, point, { [keyOf(point)]: ms });
      startMs += stepMs;
    } while (startMs < endMs);
  });
  return inOrder(buckets);
}

/** Joins buckets into longer ones: `stepMs` is a multiple of their length. Nothing is lost. Pure. @public */
export function joinBuckets<P extends ScorePoint>(
  buckets: readonly ScoreBucket<P>[],
  stepMs: number,
): ScoreBucket<P>[] {
  const joined = new Map<number, OpenBucket<P>>();
  for (const { startMs, held, lowest } of buckets) {
    add(joined, Math.floor(startMs / stepMs) * stepMs, lowest, held);
  }
  return inOrder(joined);
}

interface OpenBucket<P> {
  held: Record<string, number>;
  lowest: P;
}

function keyOf({ score }: ScorePoint): string {
  return score === null ? NO_SCORE : String(score);
}

function add<P extends ScorePoint>(
  buckets: Map<number, OpenBucket<P>>,
  startMs: number,
  point: P,
  held: HeldScores,
): void {
  const known = buckets.get(startMs) ?? { held: {}, lowest: point };
  buckets.set(startMs, known);
  if (isLower(point, known.lowest)) known.lowest = point;
  for (const [score, ms] of Object.entries(held)) {
    known.held[score] = (known.held[score] ?? 0) + ms;
  }
}

function isLower(a: ScorePoint, b: ScorePoint): boolean {
  if (a.score === null) return false;
  return b.score === null || a.score < b.score;
}

function inOrder<P extends ScorePoint>(
  buckets: ReadonlyMap<number, OpenBucket<P>>,
): ScoreBucket<P>[] {
  return [...buckets]
    .map(([startMs, bucket]) => ({ startMs, ...bucket }))
    .sort((a, b) => a.startMs - b.startMs);
}
