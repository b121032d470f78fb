/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { HistoryPoint } from 'backstage-plugin-kubernetes-ha-common';

/** A point that has a score. */
export type ScoredPoint = HistoryPoint & { score: number };

/** A score and for how long it is known to have held, in milliseconds since the epoch. */
export interface Stretch {
  point: ScoredPoint;
  fromMs: number;
  toMs: number;
}

/**
 * How long each score held: until the next point, but not beyond `holdMs`, for
 * nobody looked after that. Groups follow each other without a gap inside;
 * between them nothing is known.
 */
export function scoreStretches(
  points: readonly HistoryPoint[],
  holdMs: number,
  untilMs: number,
): Stretch[][] {
  const groups: Stretch[][] = [];
  let endMs = Number.NaN;
  points.forEach((point, index) => {
    if (!isScored(point)) return;
    const fromMs = Date.parse(point.at);
    const next = points[index + 1];
    const nextMs = next ? Date.parse(next.at) : untilMs;
    const toMs = Math.max(fromMs, Math.min(nextMs, fromMs + holdMs));
    if (fromMs === endMs)
      groups[groups.length - 1].push({ point, fromMs, toMs });
    else groups.push([{ point, fromMs, toMs }]);
    endMs = toMs;
  });
  return groups;
}

/** The points at which something changed: the score, whether it is provisional, or that it was told again. */
export function changesOf(groups: readonly Stretch[][]): ScoredPoint[] {
  return groups.flatMap(group =>
    group
      .filter(
        ({ point }, index) =>
          index === 0 ||
          point.score !== group[index - 1].point.score ||
          point.provisional !== group[index - 1].point.provisional,
      )
      .map(({ point }) => point),
  );
}

function isScored(point: HistoryPoint): point is ScoredPoint {
  return point.score !== null;
}
