/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { controlPlaneNode, nodeWith } from './testing/nodeWith';
import { isSchedulableWorker, isWorker } from './workers';

const tainted = (key: string, effect = 'NoSchedule') =>
  nodeWith('n1', { taints: [{ key, effect }] });

const failing = controlPlaneNode('cp1', {
  taints: [{ key: 'node.kubernetes.io/unreachable', effect: 'NoExecute' }],
});

const fargate = nodeWith('n1', {
  labels: { 'eks.amazonaws.com/compute-type': 'fargate' },
});

it.each`
  node                                                   | worker   | schedulable | rule
  ${nodeWith('n1')}                                      | ${true}  | ${true}     | ${'a plain node'}
  ${nodeWith('n1', { unschedulable: true })}             | ${true}  | ${false}    | ${'a cordoned node'}
  ${controlPlaneNode('cp1')}                             | ${false} | ${false}    | ${'a tainted control-plane node'}
  ${controlPlaneNode('cp1', { taints: [] })}             | ${true}  | ${true}     | ${'a control-plane node of a compact cluster'}
  ${tainted('dedicated')}                                | ${true}  | ${true}     | ${'a node set apart for some pods'}
  ${tainted('node.kubernetes.io/unreachable')}           | ${true}  | ${false}    | ${'an unreachable node'}
  ${tainted('node.kubernetes.io/x', 'PreferNoSchedule')} | ${true}  | ${true}     | ${'a taint that only asks'}
  ${tainted('ToBeDeletedByClusterAutoscaler')}           | ${true}  | ${false}    | ${'a node that is being removed'}
  ${tainted('virtual-kubelet.io/provider')}              | ${false} | ${false}    | ${'a virtual node'}
  ${fargate}                                             | ${false} | ${false}    | ${'a node made for one pod'}
  ${failing}                                             | ${true}  | ${false}    | ${'a failing control-plane node of a compact cluster'}
`('$rule', ({ node, worker, schedulable }) => {
  expect(isWorker(node)).toBe(worker);
  expect(isSchedulableWorker(node)).toBe(schedulable);
});
