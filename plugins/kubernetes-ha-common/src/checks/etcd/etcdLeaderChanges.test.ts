/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { judge } from '../../testing/judge';
import { absent, notKnown, secondsAgo } from '../../testing/snapshotWith';
import { etcdLeaderChanges as check } from './etcdLeaderChanges';
import { etcdOf, threeVoters } from './testing/etcdWith';

/** Looks given as `[seconds ago, term]`, oldest first. */
const terms = (...looks: [number, number][]) =>
  etcdOf(threeVoters(), {
    termHistory: looks.map(([ago, term]) => ({ at: secondsAgo(ago), term })),
  });

it.each`
  etcd                                           | status              | rule
  ${terms([900, 4], [0, 4])}                     | ${'pass'}           | ${'a quiet quarter of an hour'}
  ${terms([900, 4], [0, 7])}                     | ${'pass'}           | ${'three elections'}
  ${terms([900, 4], [0, 8])}                     | ${'warn'}           | ${'four elections'}
  ${terms([900, 4], [0, 11])}                    | ${'warn'}           | ${'seven elections'}
  ${terms([900, 4], [0, 12])}                    | ${'fail'}           | ${'eight elections'}
  ${terms([1200, 4], [905, 9], [60, 9], [0, 9])} | ${'pass'}           | ${'five elections, all before the window'}
  ${terms([1200, 4], [60, 9], [0, 9])}           | ${'warn'}           | ${'five elections since the last look before the window'}
  ${terms([900, 40], [300, 2], [0, 3])}          | ${'pass'}           | ${'a restore steps back to a low term'}
  ${terms([60, 4], [0, 4])}                      | ${'unknown'}        | ${'one quiet minute says little'}
  ${terms([120, 4], [0, 4])}                     | ${'pass'}           | ${'two quiet minutes are enough'}
  ${terms([60, 4], [0, 12])}                     | ${'fail'}           | ${'churn shows in a minute'}
  ${terms([900, 4])}                             | ${'unknown'}        | ${'one look is no history'}
  ${terms()}                                     | ${'unknown'}        | ${'no look at all'}
  ${notKnown()}                                  | ${'unknown'}        | ${'not read'}
  ${absent()}                                    | ${'not-applicable'} | ${'the provider has it'}
`('$status: $rule', ({ etcd, status }) => {
  expect(judge(check, { etcd }).status).toBe(status);
});

it('does not depend on how often it was collected', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3), { minLength: 1, maxLength: 20 }), steps => {
      let term = 1;
      const looks: [number, number][] = [[890, term]];
      steps.forEach((step, i) => {
        term += step;
        looks.push([880 - i * 40, term]);
      });
      const often = judge(check, { etcd: terms(...looks) });
      const twice = judge(check, {
        etcd: terms(looks[0], looks[looks.length - 1]),
      });
      expect(often.observed).toEqual(twice.observed);
    }),
  );
});

it('names the time that it covers', () => {
  expect(judge(check, { etcd: terms([420, 4], [0, 5]) }).says).toBe(
    '1 election in the last 7 min',
  );
});
