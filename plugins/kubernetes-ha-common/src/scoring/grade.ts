/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Grade } from './scorecard';

/** The lowest score of each grade, best first; below the last it is F. @public */
export const gradeBounds: readonly (readonly [Grade, number])[] = [
  ['A', 90],
  ['B', 80],
  ['C', 70],
  ['D', 50],
];

/** The lowest score that has the grade of this one. */
export function lowestOfGrade(score: number): number {
  return gradeBounds.find(([, bound]) => score >= bound)?.[1] ?? 0;
}

/** The grade of a score of 0–100; null for null. @public */
export function gradeOf(score: number | null): Grade | null {
  if (score === null) return null;
  return gradeBounds.find(([, bound]) => score >= bound)?.[0] ?? 'F';
}
