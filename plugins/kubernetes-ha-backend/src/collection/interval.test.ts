/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { isDue, lookedAtAgainIn, stretchedInterval } from './interval';

it('is the configured interval while reading is quick', () => {
  expect(stretchedInterval(120, 0)).toBe(120);
  expect(stretchedInterval(120, 6_000)).toBe(120);
  expect(stretchedInterval(120, 6_001)).toBe(121);
});

it('leaves at least nineteen parts of rest for one of reading', () => {
  fc.assert(
    fc.property(fc.nat(3600), fc.nat(45_000), (base, readingMs) => {
      const rest = stretchedInterval(base, readingMs) * 1000 - readingMs;
      // Nineteen to one, told without dividing by the share again.
      expect(rest).toBeGreaterThanOrEqual(19 * readingMs - 1);
    }),
  );
});

it('is a quarter of an hour at most, unless more is configured', () => {
  expect(stretchedInterval(120, 45_001)).toBe(900);
  expect(stretchedInterval(120, 300_000)).toBe(900);
  expect(stretchedInterval(1_200, 300_000)).toBe(1_200);
});

it('makes what was seen last until the next look', () => {
  const seen = {
    source: 'fake',
    via: 'fake',
    observedAt: '2026-11-23T12:00:00.000Z',
  };
  const version = {
    state: 'observed',
    value: { gitVersion: 'v1.37.2' },
    intervalSeconds: 120,
    ...seen,
  } as const;
  const pods = {
    state: 'unknown',
    reason: 'timeout',
    detail: 'no answer',
    ...seen,
  } as const;
  expect(lookedAtAgainIn(600, { version, pods })).toEqual({
    version: { ...version, intervalSeconds: 600 },
    pods,
  });
  expect(lookedAtAgainIn(60, { version, pods })).toEqual({ version, pods });
});

describe('a collection', () => {
  const now = Date.parse('2026-11-23T12:00:00.000Z');
  const at = (seconds: number) => new Date(now + seconds * 1000).toISOString();
  it.each`
    startedAt   | nextDueAt   | due      | rule
    ${at(-30)}  | ${at(0)}    | ${true}  | ${'is due at its time'}
    ${at(-16)}  | ${at(14)}   | ${true}  | ${'may begin half an interval early'}
    ${at(-14)}  | ${at(16)}   | ${false} | ${'is not done twice in an interval'}
    ${at(-90)}  | ${at(510)}  | ${false} | ${'waits for a stretched interval'}
    ${at(20)}   | ${at(50)}   | ${false} | ${'believes a clock that is some seconds ahead'}
    ${at(3600)} | ${at(3630)} | ${true}  | ${'does not believe a clock that is far ahead'}
  `('$rule', ({ startedAt, nextDueAt, due }) => {
    expect(isDue({ startedAt, nextDueAt }, 30, now)).toBe(due);
  });
  it('is due when there was none', () => {
    expect(isDue(undefined, 30, now)).toBe(true);
  });
});
