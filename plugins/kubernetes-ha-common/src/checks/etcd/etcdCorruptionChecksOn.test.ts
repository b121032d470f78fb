/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { etcdCorruptionChecksOn as check } from './etcdCorruptionChecksOn';
import { etcdOf, staticPod, statusWith, threeVoters } from './testing/etcdWith';

const both = '--feature-gates=InitialCorruptCheck=true,CompactHashCheck=true';
const bothBefore36 = [
  '--experimental-initial-corrupt-check=true',
  '--experimental-compact-hash-check-enabled=true',
];
const on = (version: string) =>
  etcdOf(threeVoters({ status: statusWith({ version }) }));

it.each`
  pods                                                                                             | etcd            | status              | rule
  ${[staticPod('etcd', 'cp1', both)]}                                                              | ${on('3.7.3')}  | ${'pass'}           | ${'both gates'}
  ${[staticPod('etcd', 'cp1', ...bothBefore36)]}                                                   | ${on('3.5.32')} | ${'pass'}           | ${'both flags of old'}
  ${[staticPod('etcd', 'cp1', ...bothBefore36)]}                                                   | ${on('3.7.3')}  | ${'fail'}           | ${'3.7 does not start with them'}
  ${[staticPod('etcd', 'cp1', ...bothBefore36)]}                                                   | ${notKnown()}   | ${'pass'}           | ${'the flags alone tell that they are on'}
  ${[staticPod('etcd', 'cp1', '--feature-gates=InitialCorruptCheck=true')]}                        | ${on('3.7.3')}  | ${'warn'}           | ${'one gate'}
  ${[staticPod('etcd', 'cp1', '--feature-gates=InitialCorruptCheck=false,CompactHashCheck=true')]} | ${on('3.7.3')}  | ${'warn'}           | ${'a gate set to false'}
  ${[staticPod('etcd', 'cp1')]}                                                                    | ${on('3.7.3')}  | ${'unknown'}        | ${'a command without any flag'}
  ${[staticPod('etcd', 'cp1', '--name=cp1')]}                                                      | ${on('3.7.3')}  | ${'warn'}           | ${'none'}
  ${[staticPod('etcd', 'cp1', both), staticPod('etcd', 'cp2', '--name=cp2')]}                      | ${on('3.7.3')}  | ${'warn'}           | ${'not on every member'}
  ${[staticPod('etcd', 'cp1', '--config-file=/etc/etcd.yaml')]}                                    | ${on('3.7.3')}  | ${'unknown'}        | ${'a file decides'}
  ${[]}                                                                                            | ${on('3.7.3')}  | ${'unknown'}        | ${'no static pod shows it'}
  ${notKnown('forbidden')}                                                                         | ${on('3.7.3')}  | ${'unknown'}        | ${'pods may not be read'}
  ${[]}                                                                                            | ${absent()}     | ${'not-applicable'} | ${'the provider has it'}
`('$status: $rule', ({ pods, etcd, status }) => {
  expect(judge(check, { pods, etcd }).status).toBe(status);
});

it('names what is off and where', () => {
  const pods = [
    staticPod('etcd', 'cp1', both),
    staticPod('etcd', 'cp2', '--feature-gates=InitialCorruptCheck=true'),
  ];
  expect(judge(check, { pods, etcd: on('3.7.3') })).toMatchObject({
    says: 'CompactHashCheck off on cp2',
    subjects: ['cp2'],
  });
});
