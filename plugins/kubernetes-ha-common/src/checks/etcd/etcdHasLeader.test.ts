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

const refusing = (name: string) => dead(name, { seenByPeers: 'unknown' });
const heardByPeers = (name: string) => dead(name, { seenByPeers: 'alive' });
const frozen = (name: string) => silent(name, { seenByPeers: 'lost' });
const notReady = (name: string) =>
  silent(name, { health: { ok: false, status: 503, consecutiveFailures: 2 } });
const nameOnly = (name: string) =>
  voter(name, { status: statusWith({ isLearner: true }) });

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
  ${[lost('m1'), refusing('m2'), refusing('m3')]}                                                             | ${'fail'}    | ${'one has no leader and the two others refuse connections'}
  ${[lost('m1'), frozen('m2'), frozen('m3')]}                                                                 | ${'fail'}    | ${'one has no leader and has lost the two others'}
  ${[lost('m1'), heardByPeers('m2'), heardByPeers('m3')]}                                                     | ${'warn'}    | ${'a firewall refuses us: the peers hear them'}
  ${[lost('m1'), refusing('m2'), silent('m3')]}                                                               | ${'fail'}    | ${'two of three can form no quorum with a silent one'}
  ${[lost('m1'), notReady('m2'), notReady('m3')]}                                                             | ${'warn'}    | ${'members that answer 503 may still vote'}
  ${[following('m1'), refusing('m2'), refusing('m3')]}                                                        | ${'unknown'} | ${'one names a leader, so the refusals may be a firewall’s'}
  ${[following('m1'), lost('m2'), refusing('m3')]}                                                            | ${'warn'}    | ${'so it may where two answers differ'}
  ${[following('m1'), lost('m2'), frozen('m3')]}                                                              | ${'fail'}    | ${'the peers have lost the third: one follower is no quorum'}
  ${[lost('m1'), refusing('m2'), refusing('m3'), silent('m4'), silent('m5')]}                                 | ${'fail'}    | ${'three of five are out'}
  ${[lost('m1'), refusing('m2'), silent('m3'), silent('m4'), silent('m5')]}                                   | ${'warn'}    | ${'three silent ones of five may have a leader'}
  ${[lost('m1'), refusing('m2'), refusing('m3'), learner('m4'), learner('m5')]}                               | ${'fail'}    | ${'learners make no quorum'}
  ${[following('m1'), following('m2'), nameOnly('m3')]}                                                       | ${'pass'}    | ${'one that calls itself a learner has no say'}
  ${[following('m1'), nameOnly('m2'), silent('m3')]}                                                          | ${'unknown'} | ${'nor does it make a quorum'}
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

it('says which voters are down when no quorum can exist', () => {
  const members = [lost('m1'), refusing('m2'), refusing('m3')];
  const result = judge(check, { etcd: etcdOf(members) });
  expect(result.says).toBe(
    'none of 1 voter knows a leader; term 4; down: m2 and m3',
  );
  expect(result.subjects).toEqual(['m1', 'm2', 'm3']);
});
