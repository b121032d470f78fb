/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterSnapshot,
  SectionName,
  SectionValues,
  Sections,
} from '../snapshot/clusterSnapshot';
import { message } from '../messages';
import { defaultPolicy, Policy } from '../policy/policy';
import { runSteps, Steps } from '../steps';
import { Check, CheckInput, CheckResult, Evidence, Outcome } from './check';
import {
  ageSeconds,
  freshSections,
  isFromFuture,
  STALE_INTERVALS,
} from './freshness';
import { notApplicable, unknown } from './outcome';

/** Runs every check on a snapshot, in their order. Pure. @public */
export function runChecks(
  checks: readonly Check[],
  snapshot: ClusterSnapshot,
  policy: Policy = defaultPolicy,
): CheckResult[] {
  return runSteps(runChecksSteps(checks, snapshot, policy));
}

/** {@link runChecks} with a pause after each check. @internal */
export function* runChecksSteps(
  checks: readonly Check[],
  snapshot: ClusterSnapshot,
  policy: Policy,
): Steps<CheckResult[]> {
  const nowMs = Date.parse(snapshot.takenAt);
  const signals = freshSections(snapshot.sections, nowMs);
  const results: CheckResult[] = [];
  for (const check of checks) {
    results.push(runFresh(check, snapshot, signals, nowMs, policy));
    yield;
  }
  return results;
}

/** Runs one check on a snapshot. @public */
export function runCheck(
  check: Check,
  snapshot: ClusterSnapshot,
  policy: Policy = defaultPolicy,
): CheckResult {
  return runChecks([check], snapshot, policy)[0];
}

function runFresh(
  check: Check,
  snapshot: ClusterSnapshot,
  signals: Sections,
  nowMs: number,
  policy: Policy,
): CheckResult {
  const numbers = thresholdsInForce(check, policy);
  const outcome =
    unreadable(check, signals, snapshot, nowMs) ??
    evaluateSafely(check, {
      values: observedValues(check.reads, signals),
      signals,
      thresholds: Object.fromEntries(
        Object.entries(numbers).map(([name, { value }]) => [name, value]),
      ),
      cluster: snapshot.cluster,
      nowMs,
    });
  return {
    checkId: check.id,
    layer: check.layer,
    severity: policy.severities[check.id] ?? check.severity,
    stage: check.stage,
    runbook: check.runbook,
    ...outcome,
    evidence: [...check.reads, ...(check.consults ?? [])].map(section =>
      evidenceOf(section, signals, nowMs),
    ),
    thresholds: numbers,
  };
}

/**
 * A check with a fault in it (an adopter's, say) must not take the scorecard
 * of the cluster with it: it is unknown, and says what it stumbled over.
 */
function evaluateSafely(check: Check, input: CheckInput): Outcome {
  try {
    return check.evaluate(input);
  } catch (error) {
    return unknown(
      'inconclusive',
      message('check.broken', {
        checkId: check.id,
        detail: error instanceof Error ? error.message : String(error),
      }),
      message('check.broken-required'),
    );
  }
}

/** The answer when a section that the check needs is unknown or absent. Unknown wins: it may hide more than absence. */
function unreadable(
  check: Check,
  signals: Sections,
  snapshot: ClusterSnapshot,
  nowMs: number,
): Outcome | undefined {
  for (const section of check.reads) {
    const signal = signals[section];
    if (signal.state === 'unknown') {
      const stored = snapshot.sections[section];
      return unknown(
        signal.reason,
        stored.state === 'observed' && !isFromFuture(stored, nowMs)
          ? message('section.stale', {
              section,
              ageSeconds: Math.round(ageSeconds(stored.observedAt, nowMs)),
              limitSeconds: STALE_INTERVALS * stored.intervalSeconds,
            })
          : message('section.unknown', {
              section,
              reason: signal.reason,
              detail: signal.detail,
            }),
        message('section.required', { sections: [section] }),
      );
    }
  }
  for (const section of check.reads) {
    const signal = signals[section];
    if (signal.state === 'absent') {
      return notApplicable(
        message('section.absent', { section, detail: signal.detail }),
      );
    }
  }
  return undefined;
}

function observedValues(
  reads: readonly SectionName[],
  signals: Sections,
): SectionValues {
  const values: Partial<Record<SectionName, unknown>> = {};
  for (const section of reads) {
    const signal = signals[section];
    if (signal.state === 'observed') values[section] = signal.value;
  }
  return values as SectionValues;
}

function thresholdsInForce(
  check: Check,
  policy: Policy,
): CheckResult['thresholds'] {
  const own = policy.thresholds[check.id] ?? {};
  return Object.fromEntries(
    Object.entries(check.thresholds ?? {}).map(([name, threshold]) => [
      name,
      {
        ...threshold,
        value: own[name] ?? threshold.value,
        policy: own[name] !== undefined,
      },
    ]),
  );
}

function evidenceOf(
  section: SectionName,
  signals: Sections,
  nowMs: number,
): Evidence {
  const signal = signals[section];
  const { source, via, observedAt, state } = signal;
  return {
    section,
    state,
    source,
    via,
    observedAt,
    ageSeconds: Math.round(ageSeconds(observedAt, nowMs)),
    ...(signal.state !== 'observed' && {
      reason: signal.reason,
      detail: signal.detail,
    }),
  };
}
