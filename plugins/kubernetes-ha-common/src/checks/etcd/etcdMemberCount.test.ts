/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { etcdMemberCount as check } from './etcdMemberCount';
import { dead, etcdOf, learner, voter } from './testing/etcdWith';

const many = (amount: number, learners = 0) =>
  etcdOf([
    ...Array.from({ length: amount }, (_, i) => voter(`m${i + 1}`)),
    ...Array.from({ length: learners }, (_, i) => learner(`l${i + 1}`)),
  ]);

it.each`
  etcd                                              | status              | rule
  ${many(1)}                                        | ${'fail'}           | ${'one voter bears no loss'}
  ${many(2)}                                        | ${'fail'}           | ${'two voters bear none either'}
  ${many(3)}                                        | ${'pass'}           | ${'three'}
  ${many(4)}                                        | ${'warn'}           | ${'four bear no more than three'}
  ${many(5)}                                        | ${'pass'}           | ${'five'}
  ${many(6)}                                        | ${'warn'}           | ${'six bear no more than five'}
  ${many(7)}                                        | ${'pass'}           | ${'seven is the most'}
  ${many(8)}                                        | ${'warn'}           | ${'more than seven'}
  ${many(9)}                                        | ${'warn'}           | ${'odd, and too many'}
  ${many(2, 1)}                                     | ${'fail'}           | ${'a learner has no vote'}
  ${etcdOf([voter('m1'), voter('m2'), dead('m3')])} | ${'pass'}           | ${'a dead voter is still a voter'}
  ${etcdOf([])}                                     | ${'unknown'}        | ${'an empty list is no answer'}
  ${notKnown('forbidden')}                          | ${'unknown'}        | ${'not read'}
  ${absent()}                                       | ${'not-applicable'} | ${'the provider has it'}
`('$status: $rule', ({ etcd, status }) => {
  expect(judge(check, { etcd }).status).toBe(status);
});

it('passes only sizes that no smaller size matches in losses tolerated', () => {
  // Losses borne, counted by taking members away until no majority is left.
  const borne = (n: number) => {
    let lost = 0;
    while ((n - lost - 1) * 2 > n) lost += 1;
    return lost;
  };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 7 }), n => {
      const passes = judge(check, { etcd: many(n) }).status === 'pass';
      expect(passes).toBe(n > 1 && borne(n) > borne(n - 1));
    }),
  );
});

it('says how many losses are tolerated', () => {
  expect(judge(check, { etcd: many(4, 1) }).says).toBe(
    '4 voters and 1 learner: tolerates the loss of 1 member',
  );
});
