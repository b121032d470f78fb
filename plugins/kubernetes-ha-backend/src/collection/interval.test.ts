/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import {
  isDue,
  nextInterval,
  stretchedInterval,
  withInterval,
} from './interval';

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

it('makes what was seen last until the next collection', () => {
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
  expect(withInterval(600, { version, pods })).toEqual({
    version: { ...version, intervalSeconds: 600 },
    pods,
  });
  expect(withInterval(60, { version, pods })).toEqual({ version, pods });
});

describe('the next collection', () => {
  const cost = { readingMs: 0, silent: 0, failed: 0 };
  it.each`
    change                               | seconds | rule
    ${{ readingMs: 30_000 }}             | ${600}  | ${'stretches with the cost of reading'}
    ${{ readingMs: 30_000, failed: 1 }}  | ${120}  | ${'comes soon after a failed one, however long that took'}
    ${{ readingMs: 30_000, failed: 2 }}  | ${240}  | ${'waits longer when it fails again'}
    ${{ readingMs: 30_000, failed: 9 }}  | ${600}  | ${'comes back to the cost of reading when it always fails'}
    ${{ readingMs: 0, failed: 9 }}       | ${120}  | ${'is never dearer than its reading'}
    ${{ readingMs: 300_000, silent: 1 }} | ${120}  | ${'comes soon after a silent one'}
    ${{ readingMs: 0, silent: 2 }}       | ${216}  | ${'waits two intervals at most for a cluster that stays silent'}
    ${{ readingMs: 0, silent: 100 }}     | ${216}  | ${'waits no longer however long it was silent'}
  `('$rule', ({ change, seconds }) => {
    expect(nextInterval(120, { ...cost, ...change }, 0.5)).toBe(seconds);
  });

  it('is within two intervals of a silent one, and spread', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 3600 }),
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (base, silent, chance) => {
          const next = nextInterval(base, { ...cost, silent }, chance);
          expect(next).toBeGreaterThanOrEqual(base);
          expect(next).toBeLessThanOrEqual(2 * base);
        },
      ),
    );
    const spread = [0, 0.5, 1].map(chance =>
      nextInterval(100, { ...cost, silent: 5 }, chance),
    );
    expect(new Set(spread).size).toBe(3);
  });
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
