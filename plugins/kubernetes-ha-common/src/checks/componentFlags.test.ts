/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ApiServerInstance } from '../snapshot/sections/apiServers';
import type { PodInfo } from '../snapshot/sections/inventory';
import {
  absent,
  notKnown,
  observed,
  snapshotWith,
} from '../testing/snapshotWith';
import { componentFlags, parseFlags } from './componentFlags';

const staticPod = (
  component: string,
  nodeName: string,
  command: string[],
): PodInfo => ({
  namespace: 'kube-system',
  name: `${component}-${nodeName}`,
  uid: `${component}-${nodeName}`,
  nodeName,
  phase: 'Running',
  ready: true,
  cpuMillis: 0,
  memoryBytes: 0,
  restartCount: 0,
  mirror: true,
  hostNetwork: true,
  controlPlane: { component, command },
});

const apiServer = (
  nodeName: string,
  flags: ApiServerInstance['flags'],
): ApiServerInstance => ({
  address: `${nodeName}:6443`,
  nodeName,
  discoveredBy: ['configured'],
  readyz: { ok: true, status: 200, consecutiveFailures: 0 },
  livez: { ok: true, status: 200, consecutiveFailures: 0 },
  readyzChecks: [],
  version: notKnown(),
  certificates: notKnown(),
  flags,
  metrics: notKnown(),
});

it.each`
  command                                                       | flags                                    | rule
  ${['etcd', '--a=b']}                                          | ${{ a: 'b' }}                            | ${'name=value'}
  ${['etcd', '--a', 'b']}                                       | ${{ a: 'b' }}                            | ${'name value'}
  ${['etcd', '--a', '--b=1']}                                   | ${{ a: 'true', b: '1' }}                 | ${'a bare flag is true'}
  ${['etcd', '--a=x=1,y=2']}                                    | ${{ a: 'x=1,y=2' }}                      | ${'only the first = separates'}
  ${['etcd', '--a=']}                                           | ${{ a: '' }}                             | ${'an empty value stays empty'}
  ${['etcd', '-v=2']}                                           | ${{ v: '2' }}                            | ${'one dash counts too'}
  ${['sh', 'run']}                                              | ${{}}                                    | ${'no flags, nothing invented'}
  ${['etcd', '--a_b=c']}                                        | ${{ 'a-b': 'c' }}                        | ${'an underscore is a dash, as the components read it'}
  ${['etcd', '--a', '-1']}                                      | ${{ a: '-1' }}                           | ${'a negative number is a value'}
  ${['etcd', '--a=1', '--a=2']}                                 | ${{ a: '2' }}                            | ${'the last value counts'}
  ${['x', '--feature-gates=A=true', '--feature-gates=B=false']} | ${{ 'feature-gates': 'A=true,B=false' }} | ${'lists add up'}
  ${['sh', '-c', 'exec etcd --a=b --c "d e"']}                  | ${{ a: 'b', c: 'd e' }}                  | ${'a command inside a shell word'}
  ${['etcd', '--a', 'b', 'rest', '--c=d']}                      | ${{ a: 'b', c: 'd' }}                    | ${'arguments are skipped'}
`('parses: $rule', ({ command, flags }) => {
  expect(parseFlags(command)).toEqual(flags);
});

it('reads every static pod of the component and no other', () => {
  const { sections } = snapshotWith({
    pods: [
      staticPod('etcd', 'cp1', ['etcd', '--quota-backend-bytes=1']),
      staticPod('etcd', 'cp2', ['etcd', '--quota-backend-bytes', '2']),
      staticPod('kube-scheduler', 'cp1', ['kube-scheduler', '--v=2']),
    ],
  });
  expect(componentFlags('etcd', sections)).toEqual({
    state: 'known',
    instances: [
      {
        name: 'cp1',
        flags: { 'quota-backend-bytes': '1' },
        complete: true,
        source: 'mirror-pod',
      },
      {
        name: 'cp2',
        flags: { 'quota-backend-bytes': '2' },
        complete: true,
        source: 'mirror-pod',
      },
    ],
    missing: [],
  });
});

it('prefers what an API server reports of itself, and names the instance that is not shown', () => {
  const { sections } = snapshotWith({
    pods: [
      staticPod('kube-apiserver', 'cp1', [
        'kube-apiserver',
        '--a=old',
        '--b=kept',
      ]),
    ],
    apiServers: [
      apiServer('cp1', observed({ a: 'new' })),
      apiServer('cp2', notKnown('forbidden')),
    ],
  });
  expect(componentFlags('kube-apiserver', sections)).toEqual({
    state: 'known',
    instances: [
      {
        name: 'cp1',
        flags: { a: 'new', b: 'kept' },
        complete: true,
        source: 'flagz',
      },
    ],
    missing: ['cp2'],
  });
});

it.each`
  pods                     | reason           | rule
  ${notKnown('forbidden')} | ${'forbidden'}   | ${'pods that may not be read'}
  ${absent()}              | ${'not-exposed'} | ${'pods that are not there'}
  ${observed([])}          | ${'not-exposed'} | ${'no static pod among them'}
`('is unknown with its reason: $rule', ({ pods, reason }) => {
  const { sections } = snapshotWith({ pods });
  expect(componentFlags('etcd', sections)).toMatchObject({
    state: 'unknown',
    reason,
  });
});

it.each(['--config=/etc/scheduler.yaml', '--config-file=/etc/etcd.yaml'])(
  'says that a file may set more flags: %s',
  flag => {
    const { sections } = snapshotWith({
      pods: [staticPod('etcd', 'cp1', ['etcd', flag])],
    });
    expect(componentFlags('etcd', sections)).toMatchObject({
      instances: [{ complete: false }],
    });
  },
);

it('does not take an ordinary pod with the same label for a static one', () => {
  const { sections } = snapshotWith({
    pods: [{ ...staticPod('etcd', 'cp1', ['etcd', '--a=b']), mirror: false }],
  });
  expect(componentFlags('etcd', sections).state).toBe('unknown');
});
