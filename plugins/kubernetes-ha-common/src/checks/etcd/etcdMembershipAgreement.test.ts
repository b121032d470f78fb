/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { EtcdMember, EtcdMembership } from '../../snapshot/sections/etcd';
import { judge } from '../../testing/judge';
import {
  absent,
  notKnown,
  observed,
  secondsAgo,
} from '../../testing/snapshotWith';
import { etcdMembershipAgreement as check } from './etcdMembershipAgreement';
import {
  dead,
  etcdOf,
  learner,
  membershipOf,
  silent,
  statusWith,
  threeVoters,
  voter,
} from './testing/etcdWith';

const three = threeVoters();
const agreed = membershipOf(three);
type Listed = EtcdMembership['members'][number];
const zombie: Listed = {
  id: '8e9e05c52164694d',
  name: '',
  peerUrls: ['https://192.0.2.9:2380'],
  isLearner: false,
};
const changed = (id: string, given: Partial<Listed>): EtcdMembership => ({
  ...agreed,
  members: agreed.members.map(member =>
    member.id === id ? { ...member, ...given } : member,
  ),
});
const withZombie = { ...agreed, members: [...agreed.members, zombie] };
const without = (id: string) => ({
  ...agreed,
  members: agreed.members.filter(member => member.id !== id),
});

/** m1, m2 and m3, where m3 reports the given membership. */
const m3Reports = (view: EtcdMembership, given: Partial<EtcdMember> = {}) => [
  three[0],
  three[1],
  voter('m3', { membership: observed(view), ...given }),
];
const leaderless = statusWith({ leaderId: '0' });
const saysLearner = statusWith({ isLearner: true });

it.each`
  members                                                                                                                     | status              | rule
  ${three}                                                                                                                    | ${'pass'}           | ${'all report the same'}
  ${[...three, learner('m4')]}                                                                                                | ${'pass'}           | ${'a learner does not serve the list and is not asked'}
  ${m3Reports({ ...agreed, members: [...agreed.members].reverse() })}                                                         | ${'pass'}           | ${'the order is nobody’s statement'}
  ${m3Reports(changed('m1', { peerUrls: ['https://b:2380', 'https://a:2380'] }))}                                             | ${'fail'}           | ${'other peer URLs'}
  ${m3Reports(changed('m1', { name: 'renamed' }))}                                                                            | ${'pass'}           | ${'a name is published later and decides nothing'}
  ${m3Reports(withZombie)}                                                                                                    | ${'fail'}           | ${'a removed member came back in one view'}
  ${m3Reports(without('m2'))}                                                                                                 | ${'fail'}           | ${'one view lacks a member'}
  ${m3Reports(changed('m1', { isLearner: true }))}                                                                            | ${'fail'}           | ${'a voter is a learner in one view'}
  ${m3Reports({ ...agreed, clusterId: 'c2' })}                                                                                | ${'fail'}           | ${'another cluster id'}
  ${[three[0], three[1], voter('m3', { status: saysLearner })]}                                                               | ${'fail'}           | ${'listed as a voter, a learner by its own Status'}
  ${[...three, learner('m4', { status: statusWith() })]}                                                                      | ${'fail'}           | ${'listed as a learner, a voter by its own Status'}
  ${[three[0], voter('m2', { membership: observed(withZombie) }), dead('m3')]}                                                | ${'fail'}           | ${'two views of which neither is shared'}
  ${[three[0], three[1], dead('m3')]}                                                                                         | ${'pass'}           | ${'a member that is down has no view'}
  ${[three[0], three[1], silent('m3')]}                                                                                       | ${'unknown'}        | ${'one that cannot be asked may disagree'}
  ${[three[0], voter('m2', { membership: observed(withZombie) }), silent('m3')]}                                              | ${'fail'}           | ${'what is contradicted already stays so'}
  ${[three[0], three[1], voter('m3', { membership: notKnown('server-error') })]}                                              | ${'unknown'}        | ${'it answers, and not this question'}
  ${threeVoters({ membership: undefined })}                                                                                   | ${'unknown'}        | ${'a snapshot made before the members were asked'}
  ${[three[0], dead('m2'), dead('m3')]}                                                                                       | ${'unknown'}        | ${'one view is nothing to compare with'}
  ${m3Reports(without('m2'), { status: leaderless })}                                                                         | ${'unknown'}        | ${'cut off from the leader, it may only be behind'}
  ${m3Reports(agreed, { status: leaderless })}                                                                                | ${'pass'}           | ${'cut off, and not behind'}
  ${[...threeVoters({ status: leaderless }).slice(1), voter('m1', { status: leaderless, membership: observed(withZombie) })]} | ${'fail'}           | ${'without any leader all views count'}
  ${[voter('m1')]}                                                                                                            | ${'not-applicable'} | ${'a single member has nobody to disagree with'}
  ${[voter('m1', { status: saysLearner })]}                                                                                   | ${'fail'}           | ${'except itself'}
  ${[]}                                                                                                                       | ${'unknown'}        | ${'an empty list is no answer'}
`('$status: $rule', ({ members, status }) => {
  expect(judge(check, { etcd: etcdOf(members) }).status).toBe(status);
});

it('is unknown when etcd is, and not applicable where the provider has it', () => {
  expect(judge(check, { etcd: notKnown() }).status).toBe('unknown');
  expect(judge(check, { etcd: absent() }).status).toBe('not-applicable');
});

it.each`
  view                                                          | says
  ${withZombie}                                                 | ${'m3 lists 8e9e05c52164694d, which the others do not'}
  ${without('m2')}                                              | ${'m3 does not list m2 (m2), which the others do'}
  ${changed('m1', { isLearner: true })}                         | ${'m3 lists m1 (m1) as a learner, the others as a voter'}
  ${changed('m1', { peerUrls: ['https://192.0.2.9:2380'] })}    | ${'m3 has other peer URLs for m1 (m1): https://192.0.2.9:2380'}
  ${{ ...agreed, clusterId: 'c2' }}                             | ${'m3 reports another cluster id, c2'}
  ${{ ...agreed, members: [...without('m2').members, zombie] }} | ${'m3 lists 8e9e05c52164694d, which the others do not; m3 does not list m2 (m2), which the others do'}
`('names who reports what: $says', ({ view, says }) => {
  const result = judge(check, { etcd: etcdOf(m3Reports(view)) });
  expect(result.says).toBe(says);
  expect(result.subjects).toEqual(['m3']);
});

it('names the member whose own Status contradicts the list', () => {
  const members = [three[0], three[1], voter('m3', { status: saysLearner })];
  expect(judge(check, { etcd: etcdOf(members) }).says).toBe(
    'm3 is listed as a voter, while its own Status says learner',
  );
});

it('names a removed member that still answers, and where', () => {
  const seen = (seconds: number) => {
    const endpoint = 'https://m9.example:2379';
    const unlisted = [{ id: 'm9', endpoint, since: secondsAgo(seconds) }];
    return judge(check, { etcd: etcdOf(three, { unlisted }) });
  };
  expect(seen(10)).toMatchObject({
    status: 'fail',
    says: 'https://m9.example:2379 answers as member m9, which is not in the member list',
  });
  // It has just been removed and ends itself.
  expect(seen(9).status).toBe('pass');
});

it('says how many members agree, and on how many', () => {
  expect(judge(check, { etcd: etcdOf([...three, learner('m4')]) }).says).toBe(
    'm1, m2 and m3 report the same membership: 3 voters and 1 learner',
  );
});

it('names a few contradictions and counts the rest', () => {
  const members = Array.from({ length: 40 }, (_, i) => ({
    ...zombie,
    id: `z${i}`,
  }));
  const view = { ...agreed, members: [...agreed.members, ...members] };
  const { says } = judge(check, { etcd: etcdOf(m3Reports(view)) });
  expect(says).toContain('m3 lists z3');
  expect(says).toMatch(/; and 36 more contradictions$/);
});
