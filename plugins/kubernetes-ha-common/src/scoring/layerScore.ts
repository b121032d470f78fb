/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CheckResult } from '../checks/check';
import { CheckStatus, Layer, severities, statuses } from '../checks/layers';
import { MAX_DEDUCTION, scoreEffects } from './effects';
import type { LayerScore, ScoreStep } from './scorecard';

/**
 * Scores one layer from its results, whatever their order:
 * `min(100, caps) − min(20, deductions)`, never below 0; none where nothing
 * applies or nothing was told.
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
  const deducted = Math.min(
    MAX_DEDUCTION,
    steps
      .filter(({ kind }) => kind === 'deduct')
      .reduce((sum, { points }) => sum + points, 0),
  );
  // Nothing was told, and nothing of it weighs enough to cap: no score at all,
  // for 100 would be a praise that nobody earned.
  const saysNothing =
    applicable.length > 0 &&
    caps.length === 0 &&
    applicable.every(({ status }) => status === 'unknown');
  return {
    layer,
    score:
      applicable.length === 0 || saysNothing
        ? null
        : Math.max(0, cap - deducted),
    status: worstStatus(applicable),
    provisional: saysNothing || caps.some(({ status }) => status === 'unknown'),
    base: 100,
    cap,
    deducted,
    steps,
    counts: countByStatus(own),
  };
}

function stepOf(result: CheckResult): ScoreStep[] {
  const { checkId, status, severity } = result;
  const effect = scoreEffects[severity][status];
  return effect ? [{ checkId, ...effect, status, severity }] : [];
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

/** By code unit: the locale of the machine must not decide. */
function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * `fail` when anything failed. Of a warning and an unknown, the one that costs
 * the layer more; at equal cost the warning, for the unknown shows as
 * provisional already.
 */
function worstStatus(applicable: readonly CheckResult[]): CheckStatus {
  const present = (wanted: CheckStatus) =>
    applicable.filter(({ status }) => status === wanted);
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
