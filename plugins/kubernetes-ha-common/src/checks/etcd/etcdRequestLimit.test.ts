/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { etcdRequestLimit as check } from './etcdRequestLimit';
import { etcdOf, MIB, staticPod, threeVoters } from './testing/etcdWith';

const limited = (...values: (number | string)[]) =>
  values.map((value, i) =>
    staticPod('etcd', `cp${i + 1}`, `--max-request-bytes=${value}`),
  );

it.each`
  pods                                      | status       | rule
  ${[staticPod('etcd', 'cp1', '--name=a')]} | ${'pass'}    | ${'not set'}
  ${limited(1.5 * MIB)}                     | ${'pass'}    | ${'the default'}
  ${limited(1.5 * MIB + 1)}                 | ${'warn'}    | ${'more than the default'}
  ${limited(10 * MIB)}                      | ${'warn'}    | ${'10 MiB'}
  ${limited(MIB, 10 * MIB + 1)}             | ${'fail'}    | ${'more on one member'}
  ${limited('lots')}                        | ${'unknown'} | ${'no number'}
  ${[]}                                     | ${'unknown'} | ${'no static pod shows it'}
  ${notKnown('forbidden')}                  | ${'unknown'} | ${'pods may not be read'}
`('$status: $rule', ({ pods, status }) => {
  const etcd = etcdOf(threeVoters());
  expect(judge(check, { pods, etcd }).status).toBe(status);
});

it('is not applicable where the provider has it', () => {
  expect(judge(check, { pods: [], etcd: absent() }).status).toBe(
    'not-applicable',
  );
});
