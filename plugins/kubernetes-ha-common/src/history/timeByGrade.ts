/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { gradeOf } from '../scoring/grade';
import type { Grade } from '../scoring/scorecard';
import { HeldScores, NO_SCORE } from './scoreBuckets';

/** Seconds by grade, and under `none` without one. @public */
export type GradeSeconds = Readonly<Partial<Record<Grade | 'none', number>>>;

/** How the time of a range was spent, in seconds. @public */
export interface TimeByGrade {
  byGrade: GradeSeconds;
  /** The cluster was known and was not assessed. */
  notAssessed: number;
  /** The cluster was not known yet. */
  beforeFirst: number;
}

/** Seconds by grade of what held. Pure. @public */
export function gradeSeconds(held: HeldScores): GradeSeconds {
  const seconds: Partial<Record<Grade | 'none', number>> = {};
  for (const [score, ms] of Object.entries(held)) {
    const grade = score === NO_SCORE ? NO_SCORE : gradeOf(Number(score));
    const key = grade ?? NO_SCORE;
    seconds[key] = (seconds[key] ?? 0) + ms / 1000;
  }
  return seconds;
}

/** Adds up the steps of a range; what no step accounts for was not assessed. Pure. @public */
export function timeByGrade(
  steps: readonly { seconds: GradeSeconds }[],
  range: { from: string; to: string; firstAssessedAt?: string },
): TimeByGrade {
  const fromMs = Date.parse(range.from);
  const toMs = Date.parse(range.to);
  const firstMs = range.firstAssessedAt
    ? Math.min(toMs, Math.max(fromMs, Date.parse(range.firstAssessedAt)))
    : toMs;
  const byGrade: Partial<Record<Grade | 'none', number>> = {};
  let assessed = 0;
  for (const { seconds } of steps) {
    for (const [grade, some] of Object.entries(seconds)) {
      const key = grade as keyof GradeSeconds;
      byGrade[key] = (byGrade[key] ?? 0) + some;
      assessed += some;
    }
  }
  return {
    byGrade,
    notAssessed: Math.max(0, (toMs - firstMs) / 1000 - assessed),
    beforeFirst: (firstMs - fromMs) / 1000,
  };
}
