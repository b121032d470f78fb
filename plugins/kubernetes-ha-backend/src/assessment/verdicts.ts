/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  CheckResult,
  grades,
  Scorecard,
  standingStatus,
  UnknownReason,
} from 'backstage-plugin-kubernetes-ha-common';
import type { CollectionGroup } from 'backstage-plugin-kubernetes-ha-node';

/** What led to an assessment: the collection of a group, or time alone (signals went stale). */
export type AssessmentCause = CollectionGroup | 'time';

/** Something better that one assessment has seen and the next one has to confirm. */
export interface PendingVerdict {
  /** The worst that was seen since. */
  value: string;
  /** What the newest assessment saw; missing in what earlier versions stored. */
  seen?: string;
  /** When it was first seen, ISO 8601 UTC. */
  since: string;
  /** The assessment before that, which still saw the settled value. */
  after?: string;
  cause: AssessmentCause;
}

/** What is settled of a check, and what may come next. */
export interface Verdict {
  value: string;
  pending?: PendingVerdict;
}

/** By check id, and under {@link GRADE} and {@link PROVISIONAL}. */
export type Verdicts = Readonly<Record<string, Verdict>>;

/** Key of the grade among the verdicts; no id of a check has brackets. */
export const GRADE = '(grade)';

/** Key of whether the grade is provisional. */
export const PROVISIONAL = '(provisional)';

const NOT_COLLECTED: UnknownReason = 'not-collected';

/**
 * What an assessment says of each check: status and severity, for these are
 * what a person acts on. Sentences, ages, subjects and the reason of an unknown
 * move at every collection (a timeout now, a refusal then) and are left out.
 */
export function valuesOf(
  scorecard: Pick<Scorecard, 'results' | 'grade' | 'provisional'>,
): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ...scorecard.results.map(result => [result.checkId, valueOf(result)]),
    [GRADE, scorecard.grade ?? 'none'],
    [PROVISIONAL, String(scorecard.provisional)],
  ]);
}

/**
 * The value of one result. One that cannot be seen any more stands as it was
 * last seen: that is no change. That nobody has asked yet is told apart from an
 * answer that is missing.
 */
export function valueOf(
  result: Pick<CheckResult, 'status' | 'severity' | 'reason' | 'lastSeen'>,
): string {
  const { severity, reason } = result;
  const status = standingStatus(result);
  return status === 'unknown' && reason === NOT_COLLECTED
    ? `${status} ${severity} ${reason}`
    : `${status} ${severity}`;
}

/** A value of before the first answer, as it would be after it. */
function withoutReason(value: string): string {
  const reason = ` ${NOT_COLLECTED}`;
  return value.endsWith(reason) ? value.slice(0, -reason.length) : value;
}

/** Everything settled as an assessment says it. */
export function settledAs(values: Readonly<Record<string, string>>): Verdicts {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, { value }]),
  );
}

/** When a verdict became what it is. */
export interface Settlement {
  since: string;
  after?: string;
}

/** Verdicts after an assessment, and which of them it settled anew. */
export interface Settled {
  verdicts: Verdicts;
  settled: ReadonlyMap<string, Settlement>;
  /** Whether any value differs from that of the assessment before, settled or not. */
  moved: boolean;
}

/**
 * A fall counts at once; a rise takes two assessments in a row, the second by a
 * collection of the same group, that both see something better. What is settled
 * then is the worse of the two, since the first of them. So a value that comes
 * and goes at every collection falls once and stays down, and holds up no other
 * check. Pure.
 */
export function settle(
  before: Verdicts,
  values: Readonly<Record<string, string>>,
  assessment: { takenAt: string; previousAt?: string; cause: AssessmentCause },
): Settled {
  const { takenAt, previousAt, cause } = assessment;
  const settled = new Map<string, Settlement>();
  let moved = false;
  const verdicts = Object.entries(values).map(
    ([key, value]): [string, Verdict] => {
      const known = before[key];
      const isFirstAnswer =
        known !== undefined && withoutReason(known.value) !== known.value;
      if (isFirstAnswer && withoutReason(known.value) === value) {
        // Still unknown: only the reason is another.
        return [key, { value }];
      }
      moved ||= known === undefined || newestOf(known) !== value;
      if (known?.value === value) return [key, { value }];
      if (!known || isFirstAnswer || isFall(known.value, value)) {
        settled.set(key, {
          since: takenAt,
          ...(known && { after: previousAt }),
        });
        return [key, { value }];
      }
      const began: PendingVerdict = {
        value,
        seen: value,
        since: takenAt,
        after: previousAt,
        cause,
      };
      const { pending } = known;
      if (!pending) return [key, { value: known.value, pending: began }];
      const worse = isFall(value, pending.value) ? pending.value : value;
      if (!isConfirmedBy(pending, cause)) {
        const kept = { ...pending, value: worse, seen: value };
        return [key, { value: known.value, pending: kept }];
      }
      settled.set(key, pending);
      return [
        key,
        worse === value ? { value } : { value: worse, pending: began },
      ];
    },
  );
  for (const key of Object.keys(before)) {
    if (!(key in values))
      settled.set(key, { since: takenAt, after: previousAt });
  }
  return { verdicts: Object.fromEntries(verdicts), settled, moved };
}

/** What the assessment before said. */
function newestOf({ value, pending }: Verdict): string {
  return pending?.seen ?? pending?.value ?? value;
}

/** From the best to the worst: statuses of checks, grades, and whether a grade is provisional. */
const orders: readonly (readonly string[])[] = [
  ['pass', 'unknown', 'warn', 'fail'],
  [...grades, 'none'],
  ['false', 'true'],
];

/** Whether the second value is worse than the first, or as bad in another way (another severity). */
function isFall(from: string, to: string): boolean {
  const rankOf = (value: string) => {
    const [word] = value.split(' ');
    const known = word === 'not-applicable' ? 'pass' : word;
    return Math.max(...orders.map(order => order.indexOf(known)));
  };
  const fall = rankOf(to) - rankOf(from);
  return fall > 0 || (fall === 0 && rankOf(to) > 0 && from !== to);
}

/** The other group's collection has read nothing anew of what made the value. Time needs no second look: what is stale stays so. */
function isConfirmedBy(
  pending: PendingVerdict,
  cause: AssessmentCause,
): boolean {
  return (
    pending.cause === cause || pending.cause === 'time' || cause === 'time'
  );
}
