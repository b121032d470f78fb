/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CheckResult } from '../checks/check';
import { CheckStatus, Layer, severities, statuses } from '../checks/layers';
import { standingStatus } from '../checks/lastSeen';
import { effectOf, MAX_DEDUCTION } from './effects';
import { lowestOfGrade } from './grade';
import { compareIds } from './headline';
import type { LayerScore, ScoreStep } from './scorecard';

/**
 * Scores one layer from its results, whatever their order: the lowest cap less
 * the deductions, 20 at most, and never below 0; none where nothing applies or
 * nothing is known. Where a warning or an unknown caps, warnings take nothing
 * that would make it the next grade: that takes a failure.
 * @public
 */
export function scoreLayer(
  layer: Layer,
  results: readonly CheckResult[],
): LayerScore {
  const own = results.filter(result => result.layer === layer);
  const applicable = own.filter(({ status }) => status !== 'not-applicable');
  const steps = applicable.flatMap(stepOf).sort(byWeight);
  const caps = steps.filter(({ kind }) => kind === 'cap');
  const cap = Math.min(100, ...caps.map(({ points }) => points));
  const deducted = deductedFrom(cap, steps);
  const isUnseen =
    applicable.length > 0 &&
    applicable.every(({ status }) => status === 'unknown');
  // Nothing is known, and no unknown weighs: no score at all, because 100 would
  // say that everything passes.
  const saysNothing = isUnseen && steps.length === 0;
  return {
    layer,
    score: applicable.length === 0 || saysNothing ? null : cap - deducted,
    status: worstStatus(applicable),
    provisional: isUnseen || caps.some(({ status }) => status === 'unknown'),
    base: 100,
    cap,
    deducted,
    steps,
    counts: countByStatus(own),
  };
}

/** What deductions really take off a cap. */
function deductedFrom(cap: number, steps: readonly ScoreStep[]): number {
  const sum = (wanted: (step: ScoreStep) => boolean) =>
    steps
      .filter(step => step.kind === 'deduct' && wanted(step))
      .reduce((total, { points }) => total + points, 0);
  const isFailure = (step: ScoreStep) =>
    (step.lastSeen ?? step.status) === 'fail';
  const isFailed = steps.some(
    step => step.kind === 'cap' && step.points === cap && isFailure(step),
  );
  const room = cap === 100 || isFailed ? cap : cap - lowestOfGrade(cap);
  const byWarnings = Math.min(
    room,
    sum(step => !isFailure(step)),
  );
  return Math.min(MAX_DEDUCTION, cap, byWarnings + sum(isFailure));
}

function stepOf(result: CheckResult): ScoreStep[] {
  const { checkId, status, severity } = result;
  const effect = effectOf(result);
  const stands = standingStatus(result);
  return effect
    ? [
        {
          checkId,
          ...effect,
          status,
          severity,
          ...(status !== stands && { lastSeen: stands }),
        },
      ]
    : [];
}

/** From the worst: fail, then unknown (it may hide a failure), then warn. */
const statusRank: readonly CheckStatus[] = [
  'fail',
  'unknown',
  'warn',
  'pass',
  'not-applicable',
];

/**
 * Orders steps by what they weigh: caps before deductions, the lowest cap and
 * the largest deduction first, then severity, status and id, so that the order
 * of the checks never shows.
 */
function byWeight(a: ScoreStep, b: ScoreStep): number {
  if (a.kind !== b.kind) return a.kind === 'cap' ? -1 : 1;
  const points = a.kind === 'cap' ? a.points - b.points : b.points - a.points;
  return points || bySeverity(a, b);
}

/** The most severe first, then the worst status, then the id. @internal */
export function bySeverity(a: ScoreStep, b: ScoreStep): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    statusRank.indexOf(a.status) - statusRank.indexOf(b.status) ||
    compareIds(a.checkId, b.checkId)
  );
}

/**
 * `fail` when anything fails, or did when it was last seen. Of a warning and an
 * unknown, the one that costs the layer more; at equal cost the warning, because
 * the unknown shows as provisional already.
 */
function worstStatus(applicable: readonly CheckResult[]): CheckStatus {
  const present = (wanted: CheckStatus) =>
    applicable.filter(result => standingStatus(result) === wanted);
  if (applicable.length === 0) return 'not-applicable';
  if (present('fail').length > 0) return 'fail';
  const warned = present('warn');
  const untold = present('unknown');
  if (warned.length === 0) return untold.length > 0 ? 'unknown' : 'pass';
  return bestPossible(untold) < bestPossible(warned) ? 'unknown' : 'warn';
}

/** The score that the worst of these results alone would leave. */
function bestPossible(results: readonly CheckResult[]): number {
  return Math.min(
    100,
    ...results
      .flatMap(stepOf)
      .map(({ kind, points }) => (kind === 'cap' ? points : 100 - points)),
  );
}

function countByStatus(results: readonly CheckResult[]): LayerScore['counts'] {
  const counts = Object.fromEntries(statuses.map(status => [status, 0]));
  for (const { status } of results) counts[status] += 1;
  return counts as Record<CheckStatus, number>;
}
