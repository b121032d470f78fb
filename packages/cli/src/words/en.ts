/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Words of the reports in English. */
export const en = {
  grade: (grade: string, score: number) => `Grade ${grade}, score ${score}`,
  noGrade: () => 'No grade: no check has a result that counts',
  aside: (text: string) => ` (${text})`,
  provisional: () =>
    'provisional: it could be lower, because not everything is known',
  headline: (verdict: string, layer: string, checks: string) =>
    `${verdict}: ${layer}: ${checks}`,
  possible: (best: string, worst: string) =>
    `Possible: ${best} if every unknown passes, ${worst} if every one fails`,
  weakestLink: (layer: string, checks: string) =>
    `Weakest link: ${layer}: ${checks}`,
  coverage: (known: number, applicable: number, unknown: number) =>
    `Known: ${known} of ${applicable} checks; ${unknown} unknown`,
  ofThemCritical: (count: number) => `${count} of them critical`,
  recordedAt: (time: string) => `A recording of ${time}`,
  layer: () => 'Layer',
  score: () => 'Score',
  status: () => 'Status',
  findings: (count: number) => `Findings: ${count}`,
  unknowns: (count: number) => `Unknown: ${count}`,
  required: (text: string) => `required: ${text}`,
  fix: (text: string) => `fix: ${text}`,
  notRead: () => 'Not read',
  notAssessed: () =>
    'Not assessed: nothing of the cluster could be read, so there is no grade.',
  gradeRequired: (grade: string) => `The grade is ${grade} or better`,
  gradeNotReached: (observed: string, required: string) =>
    `Requirement not met: the grade is ${observed}, required is ${required} or better (--min-grade).`,
  checksFailed: (severity: string, ids: string) =>
    `Requirement not met: checks of severity ${severity} or higher fail (--fail-on): ${ids}.`,
  met: () => 'All requirements are met.',
  because: (source: string, reason: string, detail: string) =>
    `${source} (${reason}): ${detail}`,
  none: () => 'none',
} as const;
