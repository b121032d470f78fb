/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { changesToDrop } from './keptChanges';

const now = new Date('2026-11-23T12:30:00.000Z');
const ago = (hours: number) =>
  new Date(now.getTime() - hours * 3_600_000).toISOString();
const limit = ago(30 * 24);

it.each`
  times                                | dropped                 | rule
  ${[ago(1), ago(1.1), ago(1.2)]}      | ${[]}                   | ${'all of the last six hours stay'}
  ${[ago(9.6), ago(9.7), ago(9.8)]}    | ${[ago(9.7), ago(9.8)]} | ${'then the last of each hour'}
  ${[ago(10.5), ago(11.5), ago(12.5)]} | ${[]}                   | ${'one an hour is what is kept'}
  ${[ago(200), ago(201), ago(202)]}    | ${[ago(201), ago(202)]} | ${'after a week the last of each day'}
  ${[ago(800), ago(900), ago(1)]}      | ${[ago(900)]}           | ${'the one in force at the limit stays'}
  ${[ago(9000)]}                       | ${[]}                   | ${'the only one stays'}
  ${[]}                                | ${[]}                   | ${'nothing to drop where there is nothing'}
  ${[ago(-5), ago(1)]}                 | ${[]}                   | ${'what a clock ahead wrote is young'}
`('$rule', ({ times, dropped }) => {
  expect(changesToDrop(times, now, limit)).toEqual(dropped);
});

it('keeps what is in force now, and dropping twice drops nothing more', () => {
  const time = fc.double({ min: 0, max: 60 * 24, noNaN: true }).map(ago);
  fc.assert(
    fc.property(fc.uniqueArray(time, { minLength: 1 }), times => {
      const drop = new Set(changesToDrop(times, now, limit));
      const kept = times.filter(each => !drop.has(each));
      expect(kept).toContain([...times].sort().at(-1));
      expect(changesToDrop(kept, now, limit)).toEqual([]);
      const before = times.filter(each => each <= limit).sort();
      expect(kept).toEqual(expect.arrayContaining(before.slice(-1)));
    }),
  );
});

it('bounds what a cluster leaves that changes at every second collection', () => {
  const minutes = Array.from({ length: 30 * 24 * 60 }, (_, i) => ago(i / 60));
  const drop = changesToDrop(minutes, now, limit);
  expect(minutes.length - drop.length).toBeLessThanOrEqual(
    6 * 60 + 7 * 24 + 30,
  );
});
