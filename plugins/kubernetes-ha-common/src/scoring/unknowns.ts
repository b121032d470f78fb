/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CheckResult } from '../checks/check';
import { scoreOf } from './scoreOf';
import type { Coverage, ScoreAndGrade, Scorecard } from './scorecard';

/** The grade if every unknown passed, and if every one failed. Pure. */
export function possibleOf(
  results: readonly CheckResult[],
): NonNullable<Scorecard['possible']> {
  return { best: scoreIf(results, 'pass'), worst: scoreIf(results, 'fail') };
}

/** What every unknown would do if it were this. */
function scoreIf(
  results: readonly CheckResult[],
  unknown: 'pass' | 'fail',
): ScoreAndGrade {
  return scoreOf(
    results.map(result =>
      result.status === 'unknown' ? { ...result, status: unknown } : result,
    ),
  );
}

/** How much of what applies is known. Pure. */
export function coverageOf(results: readonly CheckResult[]): Coverage {
  const applicable = results.filter(
    ({ status }) => status !== 'not-applicable',
  );
  const untold = applicable.filter(({ status }) => status === 'unknown');
  return {
    applicable: applicable.length,
    known: applicable.length - untold.length,
    unknown: untold.length,
    unknownCritical: untold.filter(({ severity }) => severity === 'critical')
      .length,
  };
}
