/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  HistoryStep,
  ScoreHistory,
} from 'backstage-plugin-kubernetes-ha-common';
import { changesOf, stepAt, timelineOf } from './timeline';

const at = (second: number) => new Date(second * 1000).toISOString();

const step = (
  second: number,
  lowest: number | null,
  parts: Partial<HistoryStep> = {},
): HistoryStep => ({
  at: at(second),
  seconds: {},
  lowest,
  highest: lowest,
  mostly: lowest,
  provisional: false,
  ...parts,
});

/** A range of 1000 s in steps of 100 s. */
const history = (
  steps: HistoryStep[],
  firstSecond: number | undefined = 0,
): ScoreHistory => ({
  from: at(0),
  to: at(1000),
  stepSeconds: 100,
  ...(firstSecond !== undefined && { firstAssessedAt: at(firstSecond) }),
  steps,
  time: { byGrade: {}, notAssessed: 0, beforeFirst: 0 },
});

const seconds = ({ fromMs, toMs }: { fromMs: number; toMs: number }) =>
  `${fromMs / 1000}-${toMs / 1000}`;

it.each`
  steps                                            | first   | groups                           | gaps                       | unknown      | rule
  ${[step(800, 95), step(900, 20)]}                | ${850}  | ${['850-900 900-1000']}          | ${[]}                      | ${'0-850'}   | ${'a young cluster: the range stays whole, and what was before it is no gap'}
  ${[step(0, 95), step(100, 95), step(900, 95)]}   | ${0}    | ${['0-100 100-200', '900-1000']} | ${['200-900']}             | ${undefined} | ${'silence is a gap'}
  ${[step(0, 95)]}                                 | ${0}    | ${['0-100']}                     | ${['100-1000']}            | ${undefined} | ${'and so is silence until now'}
  ${[step(0, 95), step(100, null), step(200, 95)]} | ${0}    | ${['0-100', '200-300']}          | ${['100-200', '300-1000']} | ${undefined} | ${'an assessment without a score is a gap'}
  ${[step(500, 95)]}                               | ${-100} | ${['500-600']}                   | ${['0-500', '600-1000']}   | ${undefined} | ${'silence at the beginning of a range in which the cluster was known'}
  ${[]}                                            | ${null} | ${[]}                            | ${[]}                      | ${'0-1000'}  | ${'a cluster that was never assessed'}
`('$rule', ({ steps, first, groups, gaps, unknown }) => {
  const made = timelineOf({
    ...history(steps),
    firstAssessedAt: first === null ? undefined : at(first),
  });
  expect([made.fromMs, made.toMs]).toEqual([0, 1_000_000]);
  expect(made.groups.map(group => group.map(seconds).join(' '))).toEqual(
    groups,
  );
  expect(made.gaps.map(seconds)).toEqual(gaps);
  expect(made.unknown && seconds(made.unknown)).toBe(unknown);
});

it('marks what changed: the score, what comes first, how sure it is, and the first after a gap', () => {
  const first = { verdict: 'broken', checkId: 'a' } as const;
  const other = { verdict: 'broken', checkId: 'b' } as const;
  const made = timelineOf(
    history([
      step(0, 95),
      step(100, 95),
      step(200, 20, { headline: first }),
      step(300, 20, { headline: other }),
      step(400, 20, { headline: other, provisional: true }),
      step(500, 20, { headline: other, provisional: true, mostly: 80 }),
      step(900, 20, { headline: other, provisional: true, mostly: 80 }),
    ]),
  );
  expect(changesOf(made).map(({ fromMs }) => fromMs / 1000)).toEqual([
    0, 200, 300, 400, 500, 900,
  ]);
});

it('finds the step of a moment, and none in a gap', () => {
  const made = timelineOf(history([step(0, 95), step(900, 20)]));
  expect(stepAt(made, 99_999)?.step.lowest).toBe(95);
  expect(stepAt(made, 100_000)).toBeUndefined();
  expect(stepAt(made, 950_000)?.step.lowest).toBe(20);
});
