/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { judge } from '../../testing/judge';
import {
  absent,
  notKnown,
  observed,
  TEST_NOW,
} from '../../testing/snapshotWith';
import { etcdDbQuota as check } from './etcdDbQuota';
import {
  dead,
  etcdOf,
  GIB,
  silent,
  staticPod,
  statusWith,
  voter,
} from './testing/etcdWith';

const filled = (name: string, share: number, quota: number | undefined = GIB) =>
  voter(name, {
    status: statusWith({
      dbSizeBytes: share * GIB,
      dbSizeQuotaBytes: quota,
    }),
  });
const noQuota = (name: string, share: number) =>
  voter(name, {
    status: statusWith({
      dbSizeBytes: share * GIB,
      dbSizeQuotaBytes: undefined,
    }),
  });
const byMetrics = (name: string, share: number) => ({
  ...noQuota(name, share),
  metrics: observed({
    latest: { at: TEST_NOW, values: { etcd_server_quota_backend_bytes: GIB } },
  }),
});

it.each`
  members                                      | status              | rule
  ${[filled('m1', 0.5), filled('m2', 0.7499)]} | ${'pass'}           | ${'just under the first threshold'}
  ${[filled('m1', 0.5), filled('m2', 0.75)]}   | ${'warn'}           | ${'75 % on one member'}
  ${[filled('m1', 0.5), filled('m2', 0.8499)]} | ${'warn'}           | ${'just under the second'}
  ${[filled('m1', 0.5), filled('m2', 0.85)]}   | ${'fail'}           | ${'85 % on one member'}
  ${[filled('m1', 1.2)]}                       | ${'fail'}           | ${'over the quota'}
  ${[filled('m1', 0.9, 2 * GIB)]}              | ${'pass'}           | ${'the quota itself counts'}
  ${[noQuota('m1', 0.1)]}                      | ${'unknown'}        | ${'before etcd 3.6 a member does not tell, and nothing is assumed'}
  ${[byMetrics('m1', 0.8)]}                    | ${'warn'}           | ${'its metrics tell'}
  ${[filled('m1', 0.1), noQuota('m2', 0.1)]}   | ${'unknown'}        | ${'one quota missing'}
  ${[filled('m1', 0.9), noQuota('m2', 0.1)]}   | ${'fail'}           | ${'what is known counts'}
  ${[filled('m1', 0.1), dead('m2')]}           | ${'pass'}           | ${'a dead one takes no writes'}
  ${[filled('m1', 0.1), silent('m2')]}         | ${'unknown'}        | ${'a silent one may be full'}
  ${[filled('m1', 0.9, -1)]}                   | ${'not-applicable'} | ${'switched off: no limit to come near to'}
  ${[dead('m1')]}                              | ${'unknown'}        | ${'nobody runs'}
`('$status: $rule', ({ members, status }) => {
  expect(judge(check, { etcd: etcdOf(members) }).status).toBe(status);
});

it.each`
  pods                                                                                                          | status       | rule
  ${[staticPod('etcd', 'cp1', `--quota-backend-bytes=${GIB}`)]}                                                 | ${'warn'}    | ${'the flag tells'}
  ${[staticPod('etcd', 'cp1', '--data-dir=/var/lib/etcd')]}                                                     | ${'unknown'} | ${'no flag: the default is not assumed'}
  ${[staticPod('etcd', 'cp1', '--quota-backend-bytes=0')]}                                                      | ${'unknown'} | ${'zero means a default'}
  ${[staticPod('etcd', 'cp1', '--quota-backend-bytes=1'), staticPod('etcd', 'cp2', '--quota-backend-bytes=2')]} | ${'unknown'} | ${'flags that do not agree'}
  ${[staticPod('etcd', 'cp1', '--quota-backend-bytes=1', '--config-file=/etc/etcd.yaml')]}                      | ${'unknown'} | ${'with a file etcd ignores its flags'}
  ${notKnown('forbidden')}                                                                                      | ${'unknown'} | ${'flags not visible'}
`('$status: $rule', ({ pods, status }) => {
  const etcd = etcdOf([noQuota('m1', 0.8)]);
  expect(judge(check, { etcd, pods }).status).toBe(status);
});

it('is unknown when etcd is, and not applicable where the provider has it', () => {
  expect(judge(check, { etcd: notKnown() }).status).toBe('unknown');
  expect(judge(check, { etcd: absent() }).status).toBe('not-applicable');
});

it('speaks of the fullest', () => {
  const etcd = etcdOf([filled('m1', 0.5), filled('m2', 0.8)]);
  expect(judge(check, { etcd })).toMatchObject({
    says: 'm2 uses 819.2 MiB of 1 GiB (80 %)',
    subjects: ['m2'],
  });
});
