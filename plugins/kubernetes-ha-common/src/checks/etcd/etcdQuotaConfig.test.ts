/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { nodeWith } from '../nodes/testing/nodeWith';
import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { etcdQuotaConfig as check } from './etcdQuotaConfig';
import {
  dead,
  etcdOf,
  GIB,
  MIB,
  silent,
  statusWith,
  voter,
} from './testing/etcdWith';

const set = (name: string, quota: number | undefined, size = 100 * MIB) =>
  voter(name, {
    nodeName: 'cp1',
    status: statusWith({ dbSizeBytes: size, dbSizeQuotaBytes: quota }),
  });

it.each`
  members                                     | status       | rule
  ${[set('m1', 2 * GIB), set('m2', 2 * GIB)]} | ${'pass'}    | ${'the default with a small database'}
  ${[set('m1', 8 * GIB)]}                     | ${'pass'}    | ${'the suggested maximum'}
  ${[set('m1', 8 * GIB + 1)]}                 | ${'warn'}    | ${'more than suggested'}
  ${[set('m1', 2 * GIB - 1)]}                 | ${'warn'}    | ${'less than the default'}
  ${[set('m1', 2 * GIB, GIB)]}                | ${'pass'}    | ${'twice the database'}
  ${[set('m1', 2 * GIB, GIB + 1)]}            | ${'warn'}    | ${'less than twice the database'}
  ${[set('m1', 2 * GIB), set('m2', 4 * GIB)]} | ${'warn'}    | ${'members that differ'}
  ${[set('m1', -1)]}                          | ${'warn'}    | ${'switched off'}
  ${[set('m1', undefined)]}                   | ${'unknown'} | ${'not told'}
  ${[set('m1', 2 * GIB), silent('m2')]}       | ${'unknown'} | ${'a silent member'}
  ${[set('m1', 2 * GIB), dead('m2')]}         | ${'pass'}    | ${'a dead member'}
  ${[dead('m1')]}                             | ${'unknown'} | ${'nobody runs'}
`('$status: $rule', ({ members, status }) => {
  expect(judge(check, { etcd: etcdOf(members) }).status).toBe(status);
});

it.each`
  memory         | status    | rule
  ${4 * GIB}     | ${'pass'} | ${'a quota that is all of the memory'}
  ${4 * GIB - 1} | ${'fail'} | ${'a quota larger than the memory'}
`('$status: $rule', ({ memory, status }) => {
  const nodes = [
    nodeWith('cp1', {
      allocatable: { cpuMillis: 4000, memoryBytes: memory, pods: 110 },
    }),
  ];
  const etcd = etcdOf([set('m1', 4 * GIB)]);
  expect(judge(check, { etcd, nodes }).status).toBe(status);
});

it('is unknown when etcd is, and not applicable where the provider has it', () => {
  expect(judge(check, { etcd: notKnown() }).status).toBe('unknown');
  expect(judge(check, { etcd: absent() }).status).toBe('not-applicable');
});
