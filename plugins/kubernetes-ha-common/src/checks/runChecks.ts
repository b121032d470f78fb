/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { detailOf } from '../snapshot/signal';
import type { ObservedSignal, Signal } from '../snapshot/signal';
import {
  ClusterSnapshot,
  SectionName,
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
import {
  lastSeenMs,
  stoodInFor,
  LastSeenSections,
  lastSeenSections,
  unseenSince,
} from './lastSeen';
import { outcomeOnce } from './keptOutcomes';
import { notApplicable, unknown } from './outcome';
import { sectionFix } from './sectionFix';
import { verdictOf } from './verdict';

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
  const last = lastSeenSections(snapshot, signals, nowMs);
  const results: CheckResult[] = [];
  for (const check of checks) {
    results.push(runFresh(check, { snapshot, signals, nowMs, last }, policy));
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

/** What checks are run on. */
interface Seen {
  snapshot: ClusterSnapshot;
  /** Stale ones are unknown already. */
  signals: Sections;
  nowMs: number;
  last: LastSeenSections | undefined;
}

function runFresh(check: Check, seen: Seen, policy: Policy): CheckResult {
  const { snapshot, signals, nowMs } = seen;
  const inForce = thresholdsInForce(check, policy);
  const now = outcomeOf(check, inForce, snapshot, signals, nowMs);
  const outcome = rememberedOf(check, inForce, seen, now);
  const verdict = verdictOf(check.kind, outcome);
  return {
    checkId: check.id,
    layer: check.layer,
    severity: policy.severities[check.id] ?? check.severity,
    ...(verdict && { verdict }),
    stage: check.stage,
    runbook: check.runbook,
    ...outcome,
    evidence: [...check.reads, ...(check.consults ?? [])].map(section =>
      evidenceOf(section, signals, nowMs),
    ),
    thresholds: inForce.told,
  };
}

/** What a check says while it cannot see all that it saw: with what it would say of that, if that is worse. */
function rememberedOf(
  check: Check,
  inForce: ThresholdsInForce,
  { snapshot, signals, nowMs, last }: Seen,
  now: Outcome,
): Outcome {
  const used = last ? stoodInFor(check, last.stoodIn) : [];
  if (!last || used.length === 0) return now;
  const [section] = used[0];
  const seenMs = lastSeenMs(used.map(([, signal]) => signal));
  const { sections } = last;
  const before = outcomeOf(check, inForce, snapshot, sections, seenMs);
  // What is left to see may not show what was seen before.
  const why = now.status === 'unknown' ? undefined : section;
  const blind = why && unseen(why, signals, snapshot, nowMs);
  return unseenSince(now, blind ?? now, before, seenMs, nowMs);
}

function outcomeOf(
  check: Check,
  inForce: ThresholdsInForce,
  snapshot: ClusterSnapshot,
  signals: Sections,
  nowMs: number,
): Outcome {
  return (
    unreadable(check, signals, snapshot, nowMs) ??
    evaluateSafely(check, inForce, snapshot, signals, nowMs)
  );
}

/**
 * A check with a fault in it (an adopter's, say) must not take the scorecard
 * of the cluster with it: it is unknown, and says what it stumbled over.
 */
function evaluateSafely(
  check: Check,
  { values }: ThresholdsInForce,
  { cluster }: ClusterSnapshot,
  signals: Sections,
  nowMs: number,
): Outcome {
  const observed = check.reads.flatMap((section): ObservedSignal<unknown>[] => {
    const signal: Signal<unknown> = signals[section];
    return signal.state === 'observed' ? [signal] : [];
  });
  try {
    return outcomeOnce(check, observed, values, { signals, cluster, nowMs });
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
    const outcome = unseen(section, signals, snapshot, nowMs);
    if (outcome) return outcome;
  }
  for (const section of check.reads) {
    const signal = signals[section];
    if (signal.state === 'absent') {
      return notApplicable(
        message('section.absent', { section, detail: detailOf(signal) }),
      );
    }
  }
  return undefined;
}

/** That a section is unknown, and why; nothing when it is not. */
function unseen(
  section: SectionName,
  signals: Sections,
  snapshot: ClusterSnapshot,
  nowMs: number,
): Outcome | undefined {
  const signal = signals[section];
  if (signal.state !== 'unknown') return undefined;
  const stored = snapshot.sections[section];
  const fix = sectionFix(section, signal);
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
          detail: detailOf(signal),
        }),
    message('section.required', { sections: [section] }),
    fix && { fix },
  );
}

/** The thresholds of a check under a policy. */
interface ThresholdsInForce {
  told: CheckResult['thresholds'];
  /** The numbers alone: what the check is given. */
  values: CheckInput['thresholds'];
}

/** A policy is read once and replaced as a whole. */
const inForceUnder = new WeakMap<Policy, Map<Check, ThresholdsInForce>>();

function thresholdsInForce(check: Check, policy: Policy): ThresholdsInForce {
  let ofPolicy = inForceUnder.get(policy);
  if (!ofPolicy) {
    ofPolicy = new Map();
    inForceUnder.set(policy, ofPolicy);
  }
  let known = ofPolicy.get(check);
  if (!known) {
    known = readThresholds(check, policy);
    ofPolicy.set(check, known);
  }
  return known;
}

function readThresholds(check: Check, policy: Policy): ThresholdsInForce {
  const own = policy.thresholds[check.id] ?? {};
  const told = Object.fromEntries(
    Object.entries(check.thresholds ?? {}).map(([name, threshold]) => [
      name,
      {
        value: own[name] ?? threshold.value,
        unit: threshold.unit,
        source: threshold.source,
        policy: own[name] !== undefined,
      },
    ]),
  );
  const values = Object.fromEntries(
    Object.entries(told).map(([name, { value }]) => [name, value]),
  );
  return { told, values };
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
      ...(signal.why && { why: signal.why }),
    }),
  };
}
