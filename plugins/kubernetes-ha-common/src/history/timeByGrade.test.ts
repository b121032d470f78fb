/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { gradeSeconds, timeByGrade } from './timeByGrade';

const from = '2026-11-23T00:00:00.000Z';
const to = '2026-11-24T00:00:00.000Z';
const HOUR = 3600;

it('adds scores of one grade', () => {
  expect(
    gradeSeconds({ 95: 1000, 90: 500, 89: 250, 20: 4000, none: 2000 }),
  ).toEqual({ A: 1.5, B: 0.25, F: 4, none: 2 });
});

it.each`
  first                         | steps                              | notAssessed | beforeFirst  | rule
  ${from}                       | ${[{ A: 23 * HOUR }, { F: HOUR }]} | ${0}        | ${0}         | ${'a whole day'}
  ${'2026-11-20T00:00:00.000Z'} | ${[{ A: 20 * HOUR }]}              | ${4 * HOUR} | ${0}         | ${'what no step accounts for was not assessed'}
  ${'2026-11-23T23:00:00.000Z'} | ${[{ A: HOUR }]}                   | ${0}        | ${23 * HOUR} | ${'before it was known it could not be assessed'}
  ${'2026-11-23T20:00:00.000Z'} | ${[{ A: HOUR }, { none: HOUR }]}   | ${2 * HOUR} | ${20 * HOUR} | ${'both'}
  ${undefined}                  | ${[]}                              | ${0}        | ${24 * HOUR} | ${'a cluster that was never assessed'}
`('$rule', ({ first, steps, notAssessed, beforeFirst }) => {
  const time = timeByGrade(
    steps.map((seconds: Record<string, number>) => ({ seconds })),
    { from, to, firstAssessedAt: first },
  );
  expect(time).toMatchObject({ notAssessed, beforeFirst });
  const all = Object.values(time.byGrade).reduce((sum, s) => sum + s, 0);
  expect(all + time.notAssessed + time.beforeFirst).toBe(24 * HOUR);
});
