/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { judge } from '../../testing/judge';
import { absent, notKnown, secondsAgo } from '../../testing/snapshotWith';
import { etcdMemberHealth as check } from './etcdMemberHealth';
import {
  dead,
  etcdOf,
  learner,
  silent,
  statusWith,
  voter,
} from './testing/etcdWith';

const downFor = (seconds: number) =>
  dead('m3', {
    health: {
      ok: false,
      reason: 'refused',
      consecutiveFailures: 9,
      failingSince: secondsAgo(seconds),
    },
  });
const with12 = (...members: ReturnType<typeof voter>[]) =>
  etcdOf([voter('m1'), voter('m2'), ...members]);

it.each`
  etcd                                  | status              | rule
  ${with12(voter('m3'))}                | ${'pass'}           | ${'all healthy'}
  ${with12(downFor(10))}                | ${'warn'}           | ${'just gone'}
  ${with12(downFor(1199))}              | ${'warn'}           | ${'gone for just under twenty minutes'}
  ${with12(downFor(1200))}              | ${'fail'}           | ${'gone for twenty minutes'}
  ${with12(dead('m3'))}                 | ${'warn'}           | ${'gone, nobody knows since when'}
  ${with12(silent('m3'))}               | ${'unknown'}        | ${'silent is not gone'}
  ${with12(downFor(10), silent('m4'))}  | ${'warn'}           | ${'what is known to be gone counts'}
  ${with12(voter('m3'), learner('m4'))} | ${'pass'}           | ${'a learner is never ready for reads'}
  ${etcdOf([])}                         | ${'unknown'}        | ${'an empty list is no answer'}
  ${notKnown('tls')}                    | ${'unknown'}        | ${'not read'}
  ${absent()}                           | ${'not-applicable'} | ${'the provider has it'}
`('$status: $rule', ({ etcd, status }) => {
  expect(judge(check, { etcd }).status).toBe(status);
});

it('says who is down and for how long', () => {
  const result = judge(check, { etcd: with12(downFor(1500), silent('m4')) });
  expect(result.says).toBe('not healthy: m3, for 25 min; not heard from: m4');
  expect(result.subjects).toEqual(['m3', 'm4']);
});

it('counts no voter as healthy that calls itself a learner, and says so', () => {
  const learning = voter('m3', { status: statusWith({ isLearner: true }) });
  const etcd = etcdOf([voter('m1'), voter('m2'), learning]);
  expect(judge(check, { etcd })).toMatchObject({
    status: 'warn',
    says: 'not healthy: m3; listed as voter, while its own Status says learner: m3',
  });
});
