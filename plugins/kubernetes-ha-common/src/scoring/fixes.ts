/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CheckResult } from '../checks/check';
import { layers } from '../checks/layers';
import type { Cause } from './causes';
import { gradeOf } from './grade';
import { scoreLayer } from './layerScore';
import { lowest } from './scoreOf';
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
  const chain = layers.map(layer => {
    const own = results.filter(result => result.layer === layer);
    return { layer, own, now: scoreLayer(layer, own) };
  });
  const now = lowest(chain.map(link => link.now)) ?? 0;
  return causes
    .map(({ id, checkIds }) => {
      const gone = new Set(checkIds);
      const isGone = ({ checkId }: CheckResult) => gone.has(checkId);
      const score = lowest(
        chain.map(link =>
          // A cause is of one layer or two: the others stay as they are.
          link.own.some(isGone)
            ? scoreLayer(link.layer, passing(link.own, isGone))
            : link.now,
        ),
      );
      return {
        causeId: id,
        then: { score, grade: gradeOf(score) },
        gain: Math.max(0, (score ?? 0) - now),
        visible: results.filter(
          result => result.status === 'unknown' && isGone(result),
        ).length,
      };
    })
    .sort((a, b) => b.gain - a.gain || b.visible - a.visible);
}

function passing(
  results: readonly CheckResult[],
  isGone: (result: CheckResult) => boolean,
): CheckResult[] {
  return results.map(result =>
    isGone(result) ? { ...result, status: 'pass' } : result,
  );
}
