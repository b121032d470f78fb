/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { hashesAreDue } from './hashes';

/** A member's hash, so many hours before the collection. */
function hashed(hours: number, now: Date) {
  return {
    state: 'observed',
    source: 'etcd',
    via: 'test',
    observedAt: new Date(now.getTime() - hours * 3_600_000).toISOString(),
    intervalSeconds: 43_200,
    value: { hash: '1', revision: 1, compactRevision: 1 },
  } as const;
}

function refused(hours: number, now: Date) {
  const { value, intervalSeconds, ...rest } = hashed(hours, now);
  return {
    ...rest,
    state: 'unknown',
    reason: 'inconclusive',
    detail: 'a compaction ran in between',
  } as const;
}

describe('hashesAreDue', () => {
  const night = { from: 1, to: 5 };
  const overMidnight = { from: 22, to: 3 };
  it.each`
    at         | hours           | age          | due      | rule
    ${'12:00'} | ${undefined}    | ${undefined} | ${true}  | ${'any hour is one by default'}
    ${'12:00'} | ${undefined}    | ${5.9}       | ${false} | ${'not more often than every six hours'}
    ${'12:00'} | ${undefined}    | ${6}         | ${true}  | ${'after six hours'}
    ${'12:00'} | ${undefined}    | ${-720}      | ${true}  | ${'when a clock that was a month ahead dated the last one'}
    ${'12:00'} | ${undefined}    | ${-0.01}     | ${false} | ${'not for clocks that are seconds apart'}
    ${'12:00'} | ${night}        | ${undefined} | ${false} | ${'not by day, even the first one'}
    ${'00:59'} | ${night}        | ${24}        | ${false} | ${'not before the night'}
    ${'01:00'} | ${night}        | ${24}        | ${true}  | ${'by night'}
    ${'04:59'} | ${night}        | ${3.9}       | ${false} | ${'once a night'}
    ${'05:00'} | ${night}        | ${24}        | ${false} | ${'the end is not part of it'}
    ${'23:00'} | ${overMidnight} | ${24}        | ${true}  | ${'before midnight'}
    ${'02:59'} | ${overMidnight} | ${24}        | ${true}  | ${'after midnight'}
    ${'12:00'} | ${overMidnight} | ${24}        | ${false} | ${'not between end and beginning'}
  `('$rule ($at)', ({ at, hours, age, due }) => {
    const now = new Date(`2026-11-23T${at}:00.000Z`);
    const previous = [
      hashed(1, now),
      age === undefined ? undefined : hashed(age, now),
    ];
    expect(hashesAreDue(previous, now, hours)).toBe(due);
  });

  it.each([
    [0.9, false],
    [1, true],
  ])('again %d h after attempts without a result: %s', (age, due) => {
    const now = new Date('2026-11-23T12:00:00.000Z');
    expect(hashesAreDue([refused(age, now)], now)).toBe(due);
  });
});
