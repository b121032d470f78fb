/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { etcdRaftLag as check } from './etcdRaftLag';
import {
  dead,
  etcdOf,
  learner,
  silent,
  statusWith,
  voter,
} from './testing/etcdWith';

const at = (name: string, raftIndex: number, raftAppliedIndex = raftIndex) =>
  voter(name, { status: statusWith({ raftIndex, raftAppliedIndex }) });
const leader = at('m1', 10_000);

it.each`
  members                                                                                       | status       | rule
  ${[leader, at('m2', 10_000), at('m3', 9_001)]}                                                | ${'pass'}    | ${'999 entries'}
  ${[leader, at('m2', 10_000), at('m3', 9_000)]}                                                | ${'warn'}    | ${'1000 entries'}
  ${[leader, at('m2', 10_000), at('m3', 5_000)]}                                                | ${'warn'}    | ${'5000 entries can still be caught up'}
  ${[leader, at('m2', 10_000), at('m3', 4_999)]}                                                | ${'fail'}    | ${'more takes a whole snapshot'}
  ${[leader, at('m2', 10_000, 8_000)]}                                                          | ${'warn'}    | ${'received and not applied is behind too'}
  ${[leader, at('m2', 10_000), dead('m3')]}                                                     | ${'pass'}    | ${'a dead one is another check'}
  ${[leader, at('m2', 10_000), silent('m3')]}                                                   | ${'unknown'} | ${'a silent one may be behind'}
  ${[leader, at('m2', 1), silent('m3')]}                                                        | ${'fail'}    | ${'what is seen counts'}
  ${[leader, at('m2', 10_000), learner('m4', { status: statusWith({ raftAppliedIndex: 1 }) })]} | ${'pass'}    | ${'a learner is expected to be behind'}
  ${[dead('m1'), dead('m2')]}                                                                   | ${'unknown'} | ${'nobody runs'}
`('$status: $rule', ({ members, status }) => {
  expect(judge(check, { etcd: etcdOf(members) }).status).toBe(status);
});

it('is unknown when etcd is, and not applicable where the provider has it', () => {
  expect(judge(check, { etcd: notKnown() }).status).toBe('unknown');
  expect(judge(check, { etcd: absent() }).status).toBe('not-applicable');
});

it('names the slowest', () => {
  const etcd = etcdOf([leader, at('m2', 9_000), at('m3', 8_000)]);
  expect(judge(check, { etcd })).toMatchObject({
    says: 'm3 is 2000 raft entries behind the highest raft index',
    subjects: ['m3', 'm2'],
  });
});
