/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { say } from '../../messages';
import { judge } from '../../testing/judge';
import { absent, notKnown, observed } from '../../testing/snapshotWith';
import { etcdAlarms as check } from './etcdAlarms';
import { etcdOf, statusWith, threeVoters, voter } from './testing/etcdWith';

const raised = (...alarms: [string, string][]) =>
  etcdOf(threeVoters(), {
    alarms: observed(alarms.map(([memberId, alarm]) => ({ memberId, alarm }))),
  });
const telling = (error: string, alarms = observed([])) =>
  etcdOf([voter('m1', { status: statusWith({ errors: [error] }) })], {
    alarms,
  });

it.each`
  etcd                                                         | status              | rule
  ${raised()}                                                  | ${'pass'}           | ${'none'}
  ${raised(['m1', 'NOSPACE'])}                                 | ${'fail'}           | ${'out of space'}
  ${raised(['m2', 'CORRUPT'])}                                 | ${'fail'}           | ${'other data'}
  ${telling('memberID:3735928559 alarm:NOSPACE ')}             | ${'fail'}           | ${'told by a member itself'}
  ${telling('etcdserver: no leader')}                          | ${'pass'}           | ${'another error is no alarm'}
  ${etcdOf(threeVoters(), { alarms: notKnown('forbidden') })}  | ${'unknown'}        | ${'the list was refused'}
  ${telling('memberID:1 alarm:CORRUPT ', notKnown('timeout'))} | ${'fail'}           | ${'told by a member although the list was not read'}
  ${notKnown()}                                                | ${'unknown'}        | ${'not read'}
  ${absent()}                                                  | ${'not-applicable'} | ${'the provider has it'}
`('$status: $rule', ({ etcd, status }) => {
  expect(judge(check, { etcd }).status).toBe(status);
});

it('keeps the reason of a list that was not read', () => {
  const etcd = etcdOf(threeVoters(), { alarms: notKnown('forbidden') });
  expect(judge(check, { etcd }).reason).toBe('forbidden');
});

it('finds the member behind the decimal id in a status error', () => {
  const etcd = etcdOf([
    voter('etcd-a', {
      id: 'deadbeef',
      status: statusWith({ errors: ['memberID:3735928559 alarm:NOSPACE '] }),
    }),
  ]);
  expect(judge(check, { etcd })).toMatchObject({
    says: 'NOSPACE raised by etcd-a',
    subjects: ['etcd-a'],
  });
});

it('says the same in whatever order the members raised it', () => {
  const one = judge(check, {
    etcd: raised(['m1', 'NOSPACE'], ['m3', 'NOSPACE'], ['m2', 'NOSPACE']),
  });
  const other = judge(check, {
    etcd: raised(['m3', 'NOSPACE'], ['m2', 'NOSPACE'], ['m1', 'NOSPACE']),
  });
  expect(one.says).toBe('NOSPACE raised by m1, m2 and m3');
  expect(other.observed).toEqual(one.observed);
});

it('never advises to disarm a corruption', () => {
  const result = judge(check, {
    etcd: raised(['m1', 'NOSPACE'], ['m2', 'CORRUPT']),
  });
  expect(say(result.fix!)).toContain('do not disarm first');
});
