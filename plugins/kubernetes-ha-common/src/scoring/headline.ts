/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CheckResult } from '../checks/check';
import { standingStatus } from '../checks/lastSeen';
import { latencyChecks } from '../checks/latencyChecks';
import { layers, severities, statuses } from '../checks/layers';
import { verdicts } from '../checks/verdict';
import type { Headline } from './scorecard';

/**
 * Orders results by what people have to know first: what is broken now, what is
 * weak, what is not visible; within each by severity, a failure before a
 * warning, what is lost before what is slow, the chain of layers, and the id, so
 * that the order of the checks never shows. What cannot be seen any more stands where it stood when it was
 * last seen, so that silence changes no headline. What has no verdict comes last.
 * @public
 */
export function byVerdict(a: CheckResult, b: CheckResult): number {
  return (
    rankOf(a) - rankOf(b) ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    statuses.indexOf(standingStatus(b)) - statuses.indexOf(standingStatus(a)) ||
    Number(isSlowness(a)) - Number(isSlowness(b)) ||
    layers.indexOf(a.layer) - layers.indexOf(b.layer) ||
    compareIds(a.checkId, b.checkId)
  );
}

/** By code unit: the locale of the machine must not decide. @internal */
export function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function rankOf({ verdict }: CheckResult): number {
  return verdict ? verdicts.indexOf(verdict) : verdicts.length;
}

/** A check of latency warns of slowness; where it fails, more than time is lost. */
function isSlowness(result: CheckResult): boolean {
  return standingStatus(result) === 'warn' && latencyChecks.has(result.checkId);
}

/** The most urgent of the results; nothing when everything that applies passes. @public */
export function headlineOf(
  results: readonly CheckResult[],
): Headline | undefined {
  const ordered = [...results].sort(byVerdict);
  const [first] = ordered;
  if (!first?.verdict) return undefined;
  const { verdict, layer, severity } = first;
  const status = standingStatus(first);
  return {
    verdict,
    layer,
    checkIds: ordered
      .filter(
        result =>
          result.verdict === verdict &&
          result.layer === layer &&
          result.severity === severity &&
          standingStatus(result) === status,
      )
      .map(({ checkId }) => checkId),
  };
}
