/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { markMoment, spanOfWindow, timeWindow } from './useTimeWindow';

const from = '2026-11-23T10:00:00Z';
const to = '2026-11-23T10:30:00Z';
const now = Date.parse('2026-11-23T12:00:00Z');
const fixed = '2026-11-23T10:00:00.000Z/2026-11-23T10:30:00.000Z';
const daysAgo = (days: number) => now - days * 86_400_000;

it.each`
  address                                                   | key      | hours    | rule
  ${{}}                                                     | ${'24h'} | ${24}    | ${'a day, for who chose nothing'}
  ${{ range: '7d' }}                                        | ${'7d'}  | ${168}   | ${'a range on offer'}
  ${{ range: '9d' }}                                        | ${'24h'} | ${24}    | ${'a range that is not'}
  ${{ range: '7d', from, to }}                              | ${fixed} | ${0.5}   | ${'a fixed time, before any range'}
  ${{ range: '7d', from: '2026-11-23T11:00:00+01:00', to }} | ${fixed} | ${0.5}   | ${'a fixed time of another zone'}
  ${{ range: '7d', from: to, to: from }}                    | ${'7d'}  | ${168}   | ${'an end before its beginning'}
  ${{ range: '7d', from }}                                  | ${'7d'}  | ${168}   | ${'half of a fixed time'}
  ${{ range: '7d', from: 'yesterday', to: '<script>' }}     | ${'7d'}  | ${168}   | ${'what is no time'}
  ${{ atMs: daysAgo(0.5) }}                                 | ${'24h'} | ${24}    | ${'a moment of today'}
  ${{ atMs: daysAgo(12) }}                                  | ${'30d'} | ${720}   | ${'the shortest range that has a moment in view'}
  ${{ atMs: daysAgo(9999) }}                                | ${'2y'}  | ${17520} | ${'the longest, where none has it'}
  ${{ range: '24h', atMs: daysAgo(12) }}                    | ${'30d'} | ${720}   | ${'a chosen range that has it not is left for one that has'}
  ${{ range: '7d', atMs: daysAgo(0.5) }}                    | ${'7d'}  | ${168}   | ${'a chosen range that has it'}
  ${{ from, to, atMs: daysAgo(12) }}                        | ${fixed} | ${0.5}   | ${'a fixed time, also without the moment'}
`('$rule', ({ address, key, hours }) => {
  expect(timeWindow(address, now)).toMatchObject({ key, hours });
});

it.each`
  address         | span                                  | rule
  ${{}}           | ${[daysAgo(1), now]}                  | ${'a range ends now'}
  ${{ from, to }} | ${[Date.parse(from), Date.parse(to)]} | ${'a fixed time does not'}
`('$rule', ({ address, span }) => {
  const { fromMs, toMs } = spanOfWindow(timeWindow(address, now), now);
  expect([fromMs, toMs]).toEqual(span);
});

it.each`
  address                  | at                        | changes                               | rule
  ${{}}                    | ${'2026-11-23T11:00:00Z'} | ${{ range: '24h' }}                   | ${'the range stays'}
  ${{ atMs: daysAgo(12) }} | ${'2026-11-23T11:00:00Z'} | ${{ range: '30d' }}                   | ${'also one that an earlier moment asked for'}
  ${{ from, to }}          | ${from}                   | ${{}}                                 | ${'a fixed time stays'}
  ${{ from, to }}          | ${'2026-11-20T11:00:00Z'} | ${{ from: undefined, to: undefined }} | ${'unless it has the moment not in view'}
`('a moment is marked: $rule', ({ address, at, changes }) => {
  expect(markMoment(timeWindow(address, now), at)).toStrictEqual({
    at,
    ...changes,
  });
});
