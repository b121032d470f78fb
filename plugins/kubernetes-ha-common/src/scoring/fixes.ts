/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CheckResult } from '../checks/check';
import type { Cause } from './causes';
import { scoreOf } from './scoreOf';
import type { ScoreAndGrade } from './scorecard';

/** What the cluster would be once a cause is gone. @public */
export interface Fix {
  causeId: string;
  /** If every result of it passed, and nothing else changed. */
  then: ScoreAndGrade;
  /** Points that the score gains; 0 where something else limits it as well. */
  gain: number;
  /** Checks that become visible. */
  visible: number;
}

/**
 * What each cause costs, by the same scoring on results without it: no guess.
 * Those that raise the score most come first, then those that show most, then
 * in the order of the causes. Pure.
 * @public
 */
export function fixesOf(
  results: readonly CheckResult[],
  causes: readonly Cause[],
): Fix[] {
  const now = scoreOf(results).score ?? 0;
  return causes
    .map(({ id, checkIds }) => {
      const gone = new Set(checkIds);
      const then = scoreOf(
        results.map(result =>
          gone.has(result.checkId) ? { ...result, status: 'pass' } : result,
        ),
      );
      return {
        causeId: id,
        then,
        gain: Math.max(0, (then.score ?? 0) - now),
        visible: results.filter(
          ({ checkId, status }) => status === 'unknown' && gone.has(checkId),
        ).length,
      };
    })
    .sort((a, b) => b.gain - a.gain || b.visible - a.visible);
}
