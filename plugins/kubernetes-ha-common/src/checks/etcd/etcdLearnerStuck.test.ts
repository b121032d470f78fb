/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { judge } from '../../testing/judge';
import { absent, notKnown, secondsAgo } from '../../testing/snapshotWith';
import { etcdLearnerStuck as check } from './etcdLearnerStuck';
import { etcdOf, learner, threeVoters, voter } from './testing/etcdWith';

const joining = (seconds: number) =>
  learner('m4', { pendingSince: secondsAgo(seconds) });
const unstarted = (seconds: number) =>
  voter('', { id: 'beef', pendingSince: secondsAgo(seconds) });
const plus = (...members: ReturnType<typeof voter>[]) =>
  etcdOf([...threeVoters(), ...members]);

it.each`
  etcd                                  | status              | rule
  ${plus()}                             | ${'pass'}           | ${'nobody is joining'}
  ${plus(joining(60))}                  | ${'pass'}           | ${'a learner that was just added'}
  ${plus(joining(600))}                 | ${'pass'}           | ${'a learner of ten minutes'}
  ${plus(joining(601))}                 | ${'warn'}           | ${'longer than ten minutes'}
  ${plus(joining(3600))}                | ${'warn'}           | ${'an hour'}
  ${plus(joining(3601))}                | ${'fail'}           | ${'longer than an hour'}
  ${plus(unstarted(700))}               | ${'warn'}           | ${'added and never started'}
  ${plus(learner('m4'))}                | ${'unknown'}        | ${'a learner, nobody knows since when'}
  ${plus(learner('m4'), joining(3601))} | ${'fail'}           | ${'the stuck one counts'}
  ${notKnown('timeout')}                | ${'unknown'}        | ${'not read'}
  ${absent()}                           | ${'not-applicable'} | ${'the provider has it'}
`('$status: $rule', ({ etcd, status }) => {
  expect(judge(check, { etcd }).status).toBe(status);
});

it('distinguishes a learner from a member that never started', () => {
  expect(judge(check, { etcd: plus(joining(60), unstarted(720)) }).says).toBe(
    'learner: m4; not started: beef; for 12 min',
  );
});
