/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { secondsAgo, TEST_NOW } from '../testing/snapshotWith';
import { certificateLife, servingLifeThresholds } from './certificateLife';

const nowMs = Date.parse(TEST_NOW);
const limits = {
  warnDays: servingLifeThresholds.warnDays.value,
  warnShare: servingLifeThresholds.warnShare.value,
  failDays: servingLifeThresholds.failDays.value,
  failShare: servingLifeThresholds.failShare.value,
  leastDays: servingLifeThresholds.leastDays.value,
};
const dueOf = (lifetimeDays: number, leftDays: number) =>
  certificateLife(
    {
      notBefore: secondsAgo((lifetimeDays - leftDays) * 86_400),
      notAfter: secondsAgo(-leftDays * 86_400),
    },
    nowMs,
    limits,
  ).due;

it.each`
  lifetime | left     | due       | rule
  ${3650}  | ${31}    | ${'no'}   | ${'ten years by an own authority, a month left'}
  ${3650}  | ${30}    | ${'warn'} | ${'ten years, thirty days left'}
  ${3650}  | ${7}     | ${'fail'} | ${'ten years, a week left'}
  ${365}   | ${30.01} | ${'no'}   | ${'a year by kubeadm, just more than thirty days'}
  ${365}   | ${30}    | ${'warn'} | ${'a year, thirty days left'}
  ${365}   | ${7}     | ${'fail'} | ${'a year, a week left'}
  ${90}    | ${30}    | ${'no'}   | ${'ninety days by ACME, renewed now'}
  ${90}    | ${13}    | ${'warn'} | ${'ninety days, not renewed for two weeks'}
  ${90}    | ${4}     | ${'fail'} | ${'ninety days, four left'}
  ${30}    | ${30}    | ${'no'}   | ${'thirty days by OpenShift, new'}
  ${30}    | ${15}    | ${'no'}   | ${'thirty days, renewed about now'}
  ${30}    | ${4}     | ${'warn'} | ${'thirty days, not renewed for eleven'}
  ${30}    | ${1.5}   | ${'fail'} | ${'thirty days, a day and a half left'}
  ${6}     | ${6}     | ${'no'}   | ${'six days, new'}
  ${6}     | ${2}     | ${'no'}   | ${'six days, two thirds past'}
  ${6}     | ${0.9}   | ${'warn'} | ${'six days, less than one left'}
  ${6}     | ${0.3}   | ${'fail'} | ${'six days, seven hours left'}
  ${2}     | ${2}     | ${'no'}   | ${'two days, new'}
  ${0.5}   | ${0.5}   | ${'warn'} | ${'nobody could renew a certificate of twelve hours by hand'}
  ${365}   | ${0}     | ${'fail'} | ${'it ends now'}
  ${30}    | ${-1}    | ${'fail'} | ${'expired'}
  ${-1}    | ${20}    | ${'warn'} | ${'a lifetime that makes no sense: the days decide'}
  ${-1}    | ${5}     | ${'fail'} | ${'the same with a week left'}
`('$due: $rule', ({ lifetime, left, due }) => {
  expect(dueOf(lifetime, left)).toBe(due);
});

it('gets no better with the time that passes', () => {
  const rank = { no: 0, warn: 1, fail: 2 };
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 4000, noNaN: true }),
      fc.double({ min: -10, max: 4000, noNaN: true }),
      fc.double({ min: 0, max: 100, noNaN: true }),
      (lifetime, left, later) => {
        expect(rank[dueOf(lifetime, left - later)]).toBeGreaterThanOrEqual(
          rank[dueOf(lifetime, left)],
        );
      },
    ),
  );
});
