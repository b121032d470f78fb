/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Layer } from '../checks/layers';
import type { Verdict } from '../checks/verdict';
import { NO_SCORE, ScoreBucket, ScorePoint } from './scoreBuckets';
import { GradeSeconds, gradeSeconds } from './timeByGrade';

/** What is known of the score in a step of time in which it was assessed. @public */
export interface HistoryStep {
  /** Its beginning, ISO 8601 UTC. */
  at: string;
  /** How long each grade held. What is missing to the length of the step was not assessed. */
  seconds: GradeSeconds;
  /** The least and the greatest score; null when nothing gave one. */
  lowest: number | null;
  highest: number | null;
  /** The score that held longest. */
  mostly: number | null;
  /** Of its lowest. */
  provisional: boolean;
  /** Of its lowest. */
  limitedByLayer?: Layer;
  /** What came first at its lowest. */
  headline?: { verdict: Verdict; checkId: string };
}

/** The lowest point of a step. @public */
export type StepPoint = ScorePoint &
  Pick<HistoryStep, 'provisional' | 'limitedByLayer' | 'headline'>;

/** A bucket as a step of a range that begins at `fromMs`. Pure. @public */
export function historyStepOf(
  { startMs, held, lowest }: ScoreBucket<StepPoint>,
  fromMs: number,
): HistoryStep {
  const scores = Object.keys(held)
    .filter(score => score !== NO_SCORE)
    .sort((a, b) => held[b] - held[a])
    .map(Number);
  const { provisional, limitedByLayer, headline } = lowest;
  return {
    at: new Date(Math.max(startMs, fromMs)).toISOString(),
    seconds: gradeSeconds(held),
    lowest: scores.length > 0 ? Math.min(...scores) : null,
    highest: scores.length > 0 ? Math.max(...scores) : null,
    mostly: scores[0] ?? null,
    provisional,
    ...(limitedByLayer && { limitedByLayer }),
    ...(headline && { headline }),
  };
}
