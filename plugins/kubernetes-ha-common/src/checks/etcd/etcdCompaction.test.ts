/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { etcdCompaction as check } from './etcdCompaction';
import { staticPod } from './testing/etcdWith';

const api = (...flags: string[]) =>
  staticPod('kube-apiserver', 'cp1', '--v=2', ...flags);
const member = (...flags: string[]) =>
  staticPod('etcd', 'cp1', '--name=cp1', ...flags);
const off = api('--etcd-compaction-interval=0');

it.each`
  pods                                                                                    | status       | rule
  ${[api(), member()]}                                                                    | ${'pass'}    | ${'the default of the API server'}
  ${[api()]}                                                                              | ${'pass'}    | ${'etcd need not be visible for it'}
  ${[api('--etcd-compaction-interval=1h')]}                                               | ${'pass'}    | ${'every hour'}
  ${[api('--etcd-compaction-interval=1h1s')]}                                             | ${'warn'}    | ${'less often than every hour'}
  ${[api('--etcd-compaction-interval=2h'), member('--auto-compaction-retention=1h')]}     | ${'pass'}    | ${'etcd makes up for it'}
  ${[off, member()]}                                                                      | ${'fail'}    | ${'both off'}
  ${[off, member('--auto-compaction-retention=0')]}                                       | ${'fail'}    | ${'both off, said aloud'}
  ${[off, member('--auto-compaction-retention=5m')]}                                      | ${'pass'}    | ${'etcd alone'}
  ${[off, member('--auto-compaction-retention=8')]}                                       | ${'warn'}    | ${'a plain number means hours'}
  ${[off, member('--auto-compaction-mode=revision', '--auto-compaction-retention=1000')]} | ${'pass'}    | ${'by revisions'}
  ${[off]}                                                                                | ${'unknown'} | ${'etcd might do it'}
  ${[off, member('--config-file=/etc/etcd.yaml')]}                                        | ${'unknown'} | ${'a file may switch it on'}
  ${[member()]}                                                                           | ${'unknown'} | ${'the API servers do not show their flags'}
  ${notKnown('forbidden')}                                                                | ${'unknown'} | ${'pods may not be read'}
`('$status: $rule', ({ pods, status }) => {
  expect(judge(check, { pods }).status).toBe(status);
});

it('is not applicable where the provider has etcd', () => {
  expect(judge(check, { pods: [api()], etcd: absent() }).status).toBe(
    'not-applicable',
  );
});

it('keeps the reason of what could not be read', () => {
  expect(judge(check, { pods: notKnown('forbidden') }).reason).toBe(
    'forbidden',
  );
});
