/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { HistoryPoint } from 'backstage-plugin-kubernetes-ha-common';
import { changesOf, scoreStretches } from './scoreStretches';

/** A point `second` seconds after the epoch. */
const at = (
  second: number,
  score: number | null,
  provisional = false,
): HistoryPoint => ({
  at: new Date(second * 1000).toISOString(),
  score,
  grade: null,
  provisional,
});

/** `score from-to`, groups apart by a bar. */
const drawn = (points: HistoryPoint[], untilSecond: number) =>
  scoreStretches(points, 90_000, untilSecond * 1000)
    .map(group =>
      group
        .map(
          ({ point, fromMs, toMs }) =>
            `${point.score} ${fromMs / 1000}-${toMs / 1000}`,
        )
        .join(', '),
    )
    .join(' | ');

describe('scoreStretches, with points valid for 90 s', () => {
  it.each`
    points                                   | until  | line                             | rule
    ${[at(0, 95), at(30, 95), at(60, 20)]}   | ${70}  | ${'95 0-30, 95 30-60, 20 60-70'} | ${'a score holds until the next look'}
    ${[at(0, 95), at(600, 20)]}              | ${610} | ${'95 0-90 | 20 600-610'}        | ${'silence is a gap, not a flat line'}
    ${[at(0, 95)]}                           | ${600} | ${'95 0-90'}                     | ${'the last score does not reach now when nothing is collected'}
    ${[at(0, 95), at(30, null), at(60, 95)]} | ${60}  | ${'95 0-30 | 95 60-60'}          | ${'an assessment without a score is a gap'}
    ${[at(0, null)]}                         | ${60}  | ${''}                            | ${'nothing scored is nothing drawn'}
  `('$rule', ({ points, until, line }) => {
    expect(drawn(points, until)).toBe(line);
  });
});

describe('changesOf', () => {
  it('marks another score, the same score that became provisional, and the first after a gap', () => {
    const points = [
      at(0, 95),
      at(30, 95),
      at(60, 20),
      at(90, 20, true),
      at(600, 20, true),
    ];
    expect(
      changesOf(scoreStretches(points, 90_000, 610_000)).map(point =>
        points.indexOf(point),
      ),
    ).toEqual([0, 2, 3, 4]);
  });
});
