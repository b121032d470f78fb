/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  HistoryStep,
  ScoreHistory,
} from 'backstage-plugin-kubernetes-ha-common';

/** A span of time, in milliseconds since the epoch. */
export interface Span {
  fromMs: number;
  toMs: number;
}

/** A step that has a score, and the time that it stands for. */
export interface DrawnStep extends Span {
  step: ScoredStep;
}

/** A step in which something was scored. */
export type ScoredStep = HistoryStep & {
  lowest: number;
  highest: number;
  mostly: number;
};

/** A score history as it is drawn. */
export interface Timeline extends Span {
  /** Steps that follow each other without a gap, oldest first. */
  groups: readonly DrawnStep[][];
  /** Times in which nothing was assessed or nothing had a score, since the cluster was known. */
  gaps: readonly Span[];
  /** Before the first assessment. */
  unknown?: Span;
}

/** Lays a history out over the whole of its range, whatever is known of it. Pure. */
export function timelineOf(history: ScoreHistory): Timeline {
  const fromMs = Date.parse(history.from);
  const toMs = Date.parse(history.to);
  const stepMs = history.stepSeconds * 1000;
  const firstMs = history.firstAssessedAt
    ? Math.min(toMs, Math.max(fromMs, Date.parse(history.firstAssessedAt)))
    : toMs;
  const groups: DrawnStep[][] = [];
  const gaps: Span[] = [];
  let endMs = firstMs;
  for (const step of history.steps.filter(isScored)) {
    const atMs = Date.parse(step.at);
    const nextMs = (Math.floor(atMs / stepMs) + 1) * stepMs;
    // The step in which the cluster was first assessed begins with that.
    const drawn = {
      step,
      fromMs: Math.max(atMs, firstMs),
      toMs: Math.min(nextMs, toMs),
    };
    if (groups.length === 0 || drawn.fromMs > endMs) groups.push([]);
    if (drawn.fromMs > endMs) gaps.push({ fromMs: endMs, toMs: drawn.fromMs });
    groups[groups.length - 1].push(drawn);
    endMs = drawn.toMs;
  }
  if (endMs < toMs) gaps.push({ fromMs: endMs, toMs });
  return {
    fromMs,
    toMs,
    groups,
    gaps,
    ...(firstMs > fromMs && { unknown: { fromMs, toMs: firstMs } }),
  };
}

/** The steps at which something changed: a score, what came first, whether it is provisional, or that it was scored again. Pure. */
export function changesOf({ groups }: Timeline): DrawnStep[] {
  return groups.flatMap(group =>
    group.filter(
      ({ step }, index) => index === 0 || !isAlike(step, group[index - 1].step),
    ),
  );
}

/** The step that holds a moment; undefined where nothing was scored. Pure. */
export function stepAt(
  { groups }: Timeline,
  atMs: number,
): DrawnStep | undefined {
  return groups
    .flat()
    .find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
}

function isAlike(a: ScoredStep, b: ScoredStep): boolean {
  return (
    a.lowest === b.lowest &&
    a.mostly === b.mostly &&
    a.provisional === b.provisional &&
    a.headline?.checkId === b.headline?.checkId
  );
}

function isScored(step: HistoryStep): step is ScoredStep {
  return step.lowest !== null;
}
