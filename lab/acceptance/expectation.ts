/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  CheckResult,
  CheckStatus,
  Scorecard,
} from 'backstage-plugin-kubernetes-ha-common';
import { say } from 'backstage-plugin-kubernetes-ha-common';

/** What a check must say under a fault. */
export type Wanted = Partial<Record<string, readonly CheckStatus[]>>;

/** The result of one check of a scorecard. Errors: Error when there is no such check. */
export function resultOf(card: Scorecard, checkId: string): CheckResult {
  const result = card.results.find(each => each.checkId === checkId);
  if (!result) {
    throw new Error(
      `The scorecard has no result of "${checkId}". Expected: a check of the registry.`,
    );
  }
  return result;
}

/** What a scorecard says otherwise than wanted, in words; empty when all is as wanted. */
export function differences(card: Scorecard, wanted: Wanted): string[] {
  return Object.entries(wanted).flatMap(([checkId, statuses]) => {
    const result = resultOf(card, checkId);
    if (statuses?.includes(result.status)) return [];
    return [
      `${checkId} is ${describe(result)}; wanted ${statuses?.join(' or ')}`,
    ];
  });
}

/** A result in one line, for messages. */
export function describe(result: CheckResult): string {
  const reason = result.reason ? ` (${result.reason})` : '';
  return `${result.status}${reason}: ${say(result.observed)}`;
}

/**
 * Critical checks that fail and are neither wanted nor listed as a
 * consequence of the fault.
 */
export function unexplainedCriticalFailures(
  card: Scorecard,
  wanted: Wanted,
  consequences: Readonly<Record<string, string>>,
): string[] {
  return card.results
    .filter(
      ({ checkId, severity, status }) =>
        severity === 'critical' &&
        status === 'fail' &&
        !wanted[checkId] &&
        !consequences[checkId],
    )
    .map(result => `${result.checkId} is ${describe(result)}`);
}

/** Critical checks that could not be told and are neither wanted nor listed as a consequence of the fault. */
export function unexplainedUnknownCriticals(
  card: Scorecard,
  wanted: Wanted,
  consequences: Readonly<Record<string, string>>,
): string[] {
  return card.results
    .filter(
      ({ checkId, severity, status }) =>
        severity === 'critical' &&
        status === 'unknown' &&
        !wanted[checkId] &&
        !consequences[checkId],
    )
    .map(result => `${result.checkId} is ${describe(result)}`);
}

/** Critical checks that could not be told. */
export function unknownCriticals(card: Scorecard): string[] {
  return unexplainedUnknownCriticals(card, {}, {});
}

/** Everything that keeps a scorecard from being all green, in words. */
export function belowPass(card: Scorecard): string[] {
  return card.results
    .filter(({ status }) => status !== 'pass' && status !== 'not-applicable')
    .map(result => `${result.severity} ${result.checkId}: ${describe(result)}`);
}
