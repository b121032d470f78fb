/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { etcdHasLeader as check } from './etcdHasLeader';
import {
  dead,
  etcdOf,
  learner,
  silent,
  statusWith,
  voter,
} from './testing/etcdWith';

const following = (name: string, leaderId = 'm1', raftTerm = 4) =>
  voter(name, { status: statusWith({ leaderId, raftTerm }) });
const lost = (name: string, raftTerm = 4) => following(name, '0', raftTerm);

it.each`
  members                                                                                                     | status       | rule
  ${[following('m1'), following('m2'), following('m3')]}                                                      | ${'pass'}    | ${'all agree'}
  ${[following('m1'), following('m2'), dead('m3')]}                                                           | ${'pass'}    | ${'a quorum agrees, the third is down'}
  ${[following('m1'), following('m2'), silent('m3')]}                                                         | ${'pass'}    | ${'a quorum agrees, the third is silent'}
  ${[following('m1'), silent('m2'), silent('m3')]}                                                            | ${'unknown'} | ${'one voice is no quorum'}
  ${[silent('m1'), silent('m2'), silent('m3')]}                                                               | ${'unknown'} | ${'nobody answers'}
  ${[following('m1'), following('m2'), lost('m3')]}                                                           | ${'warn'}    | ${'one has lost touch'}
  ${[following('m1'), following('m2'), following('m3', 'm1', 5)]}                                             | ${'warn'}    | ${'two terms at once'}
  ${[following('m1', 'm1'), following('m2', 'm2', 5), dead('m3')]}                                            | ${'warn'}    | ${'two leaders named at once'}
  ${[lost('m1'), lost('m2'), lost('m3')]}                                                                     | ${'fail'}    | ${'nobody has a leader'}
  ${[lost('m1'), lost('m2'), dead('m3')]}                                                                     | ${'fail'}    | ${'those who answer have none'}
  ${[lost('m1'), lost('m2'), following('m3')]}                                                                | ${'fail'}    | ${'the leaderless are too many for a quorum of others'}
  ${[lost('m1'), silent('m2'), silent('m3')]}                                                                 | ${'warn'}    | ${'one has no leader, the two others may have'}
  ${[lost('m1')]}                                                                                             | ${'fail'}    | ${'a single voter without itself as leader'}
  ${[following('m1'), following('m2'), dead('m3'), learner('m4', { status: statusWith({ leaderId: '0' }) })]} | ${'pass'}    | ${'a learner has no say'}
  ${[]}                                                                                                       | ${'unknown'} | ${'an empty list is no answer'}
`('$status: $rule', ({ members, status }) => {
  expect(judge(check, { etcd: etcdOf(members) }).status).toBe(status);
});

it('is unknown when etcd is, and not applicable where the provider has it', () => {
  expect(judge(check, { etcd: notKnown() }).status).toBe('unknown');
  expect(judge(check, { etcd: absent() }).status).toBe('not-applicable');
});

it('names the leader by its name', () => {
  const members = [
    voter('etcd-a', { id: 'm1' }),
    following('m2'),
    following('m3'),
  ];
  expect(judge(check, { etcd: etcdOf(members) }).says).toBe(
    '3 of 3 voters follow etcd-a; term 4',
  );
});

it('says who knows no leader', () => {
  const members = [following('m1'), following('m2'), lost('m3')];
  const result = judge(check, { etcd: etcdOf(members) });
  expect(result.says).toBe(
    '2 of 3 voters follow m1; term 4; no leader known to m3',
  );
  expect(result.subjects).toEqual(['m3']);
});
