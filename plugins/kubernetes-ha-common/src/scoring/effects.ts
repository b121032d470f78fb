/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CheckResult } from '../checks/check';
import { standingStatus } from '../checks/lastSeen';
import type { CheckStatus, Severity } from '../checks/layers';

/** What a result does to the score of its layer. @public */
export interface ScoreEffect {
  kind: 'cap' | 'deduct';
  points: number;
}

/**
 * What each status does at each severity; what is not listed does nothing.
 * Source: design/scoring.md point 3 (a layer is as good as its worst part, so
 * serious results cap and small ones only deduct).
 * @public
 */
export const scoreEffects: Readonly<
  Record<Severity, Readonly<Partial<Record<CheckStatus, ScoreEffect>>>>
> = {
  critical: {
    fail: { kind: 'cap', points: 20 },
    warn: { kind: 'cap', points: 75 },
    unknown: { kind: 'cap', points: 75 },
  },
  high: {
    fail: { kind: 'cap', points: 55 },
    warn: { kind: 'cap', points: 85 },
    unknown: { kind: 'cap', points: 85 },
  },
  medium: {
    fail: { kind: 'deduct', points: 6 },
    warn: { kind: 'deduct', points: 2 },
  },
  low: {
    fail: { kind: 'deduct', points: 2 },
    warn: { kind: 'deduct', points: 1 },
  },
};

/**
 * What a result does: an unknown that failed or warned when it was last seen
 * does what that did, which is never less than what an unknown does.
 * @public
 */
export function effectOf(
  result: Pick<CheckResult, 'status' | 'severity' | 'lastSeen'>,
): ScoreEffect | undefined {
  return scoreEffects[result.severity][standingStatus(result)];
}

/** The most that deductions take from a layer, in points. @public */
export const MAX_DEDUCTION = 20;
