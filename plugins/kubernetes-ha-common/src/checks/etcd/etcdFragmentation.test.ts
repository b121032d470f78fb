/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { etcdFragmentation as check } from './etcdFragmentation';
import {
  dead,
  etcdOf,
  MIB,
  silent,
  statusWith,
  voter,
} from './testing/etcdWith';

const sized = (
  name: string,
  sizeMib: number,
  freeShare: number,
  quotaMib: number | undefined = 2048,
) =>
  voter(name, {
    status: statusWith({
      dbSizeBytes: sizeMib * MIB,
      dbSizeInUseBytes: sizeMib * MIB * (1 - freeShare),
      dbSizeQuotaBytes: quotaMib === undefined ? undefined : quotaMib * MIB,
    }),
  });

it.each`
  members                                            | status       | rule
  ${[sized('m1', 400, 0.1), sized('m2', 400, 0.44)]} | ${'pass'}    | ${'under 45 %'}
  ${[sized('m1', 400, 0.1), sized('m2', 400, 0.5)]}  | ${'warn'}    | ${'half of one is free'}
  ${[sized('m1', 100, 0.5)]}                         | ${'warn'}    | ${'from 100 MiB on'}
  ${[sized('m1', 99, 0.9)]}                          | ${'pass'}    | ${'a small one is not worth it'}
  ${[sized('m1', 400, 0.5, 500)]}                    | ${'warn'}    | ${'80 % of the quota'}
  ${[sized('m1', 401, 0.5, 500)]}                    | ${'fail'}    | ${'over 80 % of the quota'}
  ${[sized('m1', 50, 0.5, 60)]}                      | ${'fail'}    | ${'near the quota size does not matter'}
  ${[sized('m1', 401, 0.3, 500)]}                    | ${'pass'}    | ${'full and not fragmented is another check'}
  ${[sized('m1', 400, 0.5, undefined)]}              | ${'warn'}    | ${'the quota is not needed to see it'}
  ${[sized('m1', 0, 0)]}                             | ${'pass'}    | ${'an empty file'}
  ${[sized('m1', 400, 0.1), silent('m2')]}           | ${'unknown'} | ${'a silent one'}
  ${[sized('m1', 400, 0.1), dead('m2')]}             | ${'pass'}    | ${'a dead one'}
  ${[dead('m1')]}                                    | ${'unknown'} | ${'nobody runs'}
`('$status: $rule', ({ members, status }) => {
  expect(judge(check, { etcd: etcdOf(members) }).status).toBe(status);
});

it('is unknown when etcd is, and not applicable where the provider has it', () => {
  expect(judge(check, { etcd: notKnown() }).status).toBe('unknown');
  expect(judge(check, { etcd: absent() }).status).toBe('not-applicable');
});

it('names those worth a defragmentation, the worst first', () => {
  const members = [
    sized('m1', 400, 0.5),
    sized('m2', 50, 0.9),
    sized('m3', 400, 0.7),
  ];
  expect(judge(check, { etcd: etcdOf(members) })).toMatchObject({
    says: 'm3: 280 MiB of 400 MiB are free pages (70 %)',
    subjects: ['m3', 'm1'],
  });
});
