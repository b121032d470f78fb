/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { projectPod } from './pod';

const mirror = { 'kubernetes.io/config.mirror': 'a1' };
const staticPod = (
  labels: Record<string, string> | undefined,
  containers: object[],
  annotations: Record<string, string> = mirror,
) =>
  projectPod({
    metadata: { name: 'p', labels, annotations },
    spec: { containers },
  } as Parameters<typeof projectPod>[0]).controlPlane;

const api = { name: 'kube-apiserver', command: ['kube-apiserver', '--a=1'] };
const side = { name: 'audit-log', command: ['tail', '--follow=name'] };
const unnamed = {
  name: 'main',
  command: ['/usr/bin/kube-apiserver'],
  args: ['--a=1'],
};
const shell = {
  name: 'main',
  command: ['sh', '-c', 'exec /bin/kube-apiserver --a=1'],
};

it.each`
  labels                                 | containers                                                    | component                    | command                                           | rule
  ${{ component: 'kube-apiserver' }}     | ${[api]}                                                      | ${'kube-apiserver'}          | ${['kube-apiserver', '--a=1']}                    | ${'kubeadm and RKE2'}
  ${{ component: 'kube-apiserver' }}     | ${[side, api]}                                                | ${'kube-apiserver'}          | ${['kube-apiserver', '--a=1']}                    | ${'a side container that stands first'}
  ${{ component: 'kube-apiserver' }}     | ${[side, unnamed]}                                            | ${'kube-apiserver'}          | ${['/usr/bin/kube-apiserver', '--a=1']}           | ${'a container of another name, by its command'}
  ${{ component: 'kube-apiserver' }}     | ${[side, shell]}                                              | ${'kube-apiserver'}          | ${['sh', '-c', 'exec /bin/kube-apiserver --a=1']} | ${'a command inside a shell word'}
  ${{ component: 'kube-apiserver' }}     | ${[{ args: ['x'] }]}                                          | ${'kube-apiserver'}          | ${['x']}                                          | ${'the only container there is'}
  ${{ component: 'kube-apiserver' }}     | ${[side, side]}                                               | ${undefined}                 | ${undefined}                                      | ${'none of two is it'}
  ${{ 'k8s-app': 'kube-scheduler' }}     | ${[{ name: 'kube-scheduler' }]}                               | ${'kube-scheduler'}          | ${[]}                                             | ${'kOps and Talos'}
  ${{ app: 'openshift-kube-apiserver' }} | ${[side, api]}                                                | ${'kube-apiserver'}          | ${['kube-apiserver', '--a=1']}                    | ${'OpenShift, with its prefix'}
  ${{ app: 'kube-controller-manager' }}  | ${[{ name: 'kube-controller-manager' }]}                      | ${'kube-controller-manager'} | ${[]}                                             | ${'OpenShift, without it'}
  ${{ app: 'etcd', 'k8s-app': 'etcd' }}  | ${[{ name: 'etcdctl' }, { name: 'etcd', command: ['etcd'] }]} | ${'etcd'}                    | ${['etcd']}                                       | ${'etcd of OpenShift'}
  ${undefined}                           | ${[side, api]}                                                | ${'kube-apiserver'}          | ${['kube-apiserver', '--a=1']}                    | ${'no labels: the container names it'}
  ${{ 'k8s-app': 'etcd-manager-main' }}  | ${[{ name: 'etcd-manager' }]}                                 | ${undefined}                 | ${undefined}                                      | ${'the manager of kOps has other flags'}
  ${{ component: 'etcd-events' }}        | ${[{ name: 'etcd' }]}                                         | ${undefined}                 | ${undefined}                                      | ${'a second etcd, for events'}
  ${{ app: 'web' }}                      | ${[{ name: 'web' }]}                                          | ${undefined}                 | ${undefined}                                      | ${'a static pod of something else'}
`('$component: $rule', ({ labels, containers, component, command }) => {
  expect(staticPod(labels, containers)).toEqual(
    component && { component, command },
  );
});

it('does not take an ordinary pod with the label for one', () => {
  const labels = { component: 'kube-apiserver' };
  expect(staticPod(labels, [api], {})).toBeUndefined();
});
