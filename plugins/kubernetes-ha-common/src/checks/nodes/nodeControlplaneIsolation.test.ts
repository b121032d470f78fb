/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { nodeControlplaneIsolation as check } from './nodeControlplaneIsolation';
import { controlPlaneNode, nodeWith, podWith } from './testing/nodeWith';

const nodes = [controlPlaneNode('cp1'), nodeWith('w1')];
const open = [controlPlaneNode('cp1', { taints: [] }), nodeWith('w1')];
const on = (nodeName: string, given = {}) =>
  podWith('p', { nodeName, ...given });

it.each`
  given                               | pods                                                         | status              | rule
  ${nodes}                            | ${[on('w1')]}                                                | ${'pass'}           | ${'workloads on workers'}
  ${nodes}                            | ${[on('cp1')]}                                               | ${'warn'}           | ${'a workload on the control plane'}
  ${nodes}                            | ${[on('cp1', { mirror: true })]}                             | ${'pass'}           | ${'a static pod'}
  ${nodes}                            | ${[on('cp1', { ownerKind: 'DaemonSet' })]}                   | ${'pass'}           | ${'a DaemonSet'}
  ${nodes}                            | ${[on('cp1', { namespace: 'kube-system' })]}                 | ${'pass'}           | ${'a pod of the system'}
  ${nodes}                            | ${[on('cp1', { namespace: 'calico-system' })]}               | ${'pass'}           | ${'an operator of the system'}
  ${nodes}                            | ${[on('cp1', { namespace: 'systematic' })]}                  | ${'warn'}           | ${'a name that only resembles one'}
  ${nodes}                            | ${[on('cp1', { priorityClass: 'system-cluster-critical' })]} | ${'pass'}           | ${'a critical pod of the cluster'}
  ${nodes}                            | ${[on('cp1', { phase: 'Succeeded' })]}                       | ${'pass'}           | ${'a finished pod'}
  ${open}                             | ${[]}                                                        | ${'warn'}           | ${'nothing keeps pods off'}
  ${[nodeWith('w1'), nodeWith('w2')]} | ${[on('w1')]}                                                | ${'not-applicable'} | ${'the control plane is not visible'}
  ${[controlPlaneNode('cp1')]}        | ${[on('cp1')]}                                               | ${'not-applicable'} | ${'a single node'}
  ${notKnown('forbidden')}            | ${[]}                                                        | ${'unknown'}        | ${'nodes may not be read'}
  ${nodes}                            | ${notKnown('too-large')}                                     | ${'unknown'}        | ${'pods could not be read'}
  ${absent()}                         | ${[]}                                                        | ${'not-applicable'} | ${'nodes are not part of it'}
`('$status: $rule', ({ given, pods, status }) => {
  expect(judge(check, { nodes: given, pods }).status).toBe(status);
});

it('names the guests and the open nodes', () => {
  const result = judge(check, {
    nodes: [...open, controlPlaneNode('cp2')],
    pods: [on('cp2', { namespace: 'shop', name: 'web-1' })],
  });
  expect(result.says).toBe(
    '1 workload pod on control-plane nodes: shop/web-1; no taint keeps pods off cp1',
  );
  expect(result.subjects).toEqual(['cp1', 'cp2']);
});
