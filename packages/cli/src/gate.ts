/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  grades,
  Grade,
  Scorecard,
  severities,
  Severity,
  standingStatus,
} from 'backstage-plugin-kubernetes-ha-common';

/** What is required of a cluster. */
export interface Requirements {
  minGrade?: Grade;
  failOn?: Severity;
}

/** How a scorecard stands against what is required. */
export interface Gate {
  /** Missing: no grade is required. A cluster without a grade does not reach any. */
  grade?: { required: Grade; isReached: boolean };
  /** Missing: no severity was named. Failed checks of this severity or a higher one, by id. */
  checks?: { severity: Severity; failed: readonly string[] };
  isPassed: boolean;
}

/** Holds a scorecard against what is required. Pure. */
export function gateOf(card: Scorecard, required: Requirements): Gate {
  const { minGrade, failOn } = required;
  const isReached =
    minGrade === undefined ||
    (card.grade !== null &&
      grades.indexOf(card.grade) <= grades.indexOf(minGrade));
  const failed = card.results
    .filter(
      result =>
        // That a failure of a replayed snapshot cannot be seen any more is no pass.
        standingStatus(result) === 'fail' &&
        failOn !== undefined &&
        severities.indexOf(result.severity) <= severities.indexOf(failOn),
    )
    .map(({ checkId }) => checkId);
  return {
    ...(minGrade && { grade: { required: minGrade, isReached } }),
    ...(failOn && { checks: { severity: failOn, failed } }),
    isPassed: isReached && failed.length === 0,
  };
}
