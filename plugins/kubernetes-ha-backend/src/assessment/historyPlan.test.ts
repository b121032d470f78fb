/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { historyPlan } from './historyPlan';

const HOUR_MS = 3_600_000;
const now = new Date('2026-11-23T12:30:00.000Z');
const ago = (hours: number) =>
  new Date(now.getTime() - hours * HOUR_MS).toISOString();

it.each`
  from          | to          | resolution | step       | rule
  ${ago(24)}    | ${ago(0)}   | ${'raw'}   | ${300}     | ${'a day, in steps of five minutes'}
  ${ago(1)}     | ${ago(0.5)} | ${'raw'}   | ${5}       | ${'half an hour of today'}
  ${ago(168)}   | ${ago(0)}   | ${'hour'}  | ${3600}    | ${'a week, in hours'}
  ${ago(720)}   | ${ago(0)}   | ${'hour'}  | ${7200}    | ${'a month'}
  ${ago(100)}   | ${ago(99)}  | ${'hour'}  | ${3600}    | ${'an hour of last week: nothing denser is kept'}
  ${ago(17520)} | ${ago(0)}   | ${'day'}   | ${172_800} | ${'two years'}
`('answers $rule', ({ from, to, resolution, step }) => {
  expect(historyPlan({ from, to }, now)).toMatchObject({
    resolution,
    stepMs: step * 1000,
  });
});

it('begins where an hour begins, of which only the whole is kept', () => {
  const { fromMs } = historyPlan({ from: ago(168), to: ago(0) }, now);
  expect(new Date(fromMs).toISOString()).toBe('2026-11-16T12:00:00.000Z');
});

it('gives a step the wished length, where there are not too many', () => {
  const of = (hours: number, stepSeconds: number) =>
    historyPlan({ from: ago(hours), to: ago(0), stepSeconds }, now).stepMs /
    1000;
  expect(of(0.1, 300)).toBe(300);
  expect(of(24, 1)).toBe(300);
  expect(of(100, 90)).toBe(3600);
});

it('never has more than 401 steps, begins before it ends, and ends by now', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -100_000, max: 100_000 }),
      fc.integer({ min: 0, max: 100_000 }),
      fc.option(fc.integer({ min: 1, max: 604_800 }), { nil: undefined }),
      (hoursAgo, hours, stepSeconds) => {
        const { fromMs, toMs, stepMs } = historyPlan(
          { from: ago(hoursAgo), to: ago(hoursAgo - hours), stepSeconds },
          now,
        );
        expect(Math.ceil((toMs - fromMs) / stepMs)).toBeLessThanOrEqual(400);
        expect(fromMs).toBeLessThanOrEqual(toMs);
        expect(toMs).toBeLessThanOrEqual(now.getTime());
        expect(stepMs % 1000).toBe(0);
      },
    ),
  );
});
