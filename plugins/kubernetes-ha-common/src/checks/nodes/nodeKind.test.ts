/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { hasKubelet, nodeKind } from './nodeKind';
import { nodeWith } from './testing/nodeWith';

const labelled = (labels: Record<string, string>) => nodeWith('n1', { labels });
const tainted = (key: string) =>
  nodeWith('n1', { taints: [{ key, value: 'x', effect: 'NoSchedule' }] });
const versioned = (kubeletVersion: string) =>
  nodeWith('n1', { kubeletVersion });

it.each`
  node                                                         | kind         | rule
  ${versioned('v1.25.0-vk-azure-aci-1.6.2')}                   | ${'virtual'} | ${'Azure Container Instances, by its version'}
  ${tainted('virtual-kubelet.io/provider')}                    | ${'virtual'} | ${'the taint that providers of virtual-kubelet set'}
  ${labelled({ type: 'virtual-kubelet' })}                     | ${'virtual'} | ${'the label that virtual-kubelet sets'}
  ${labelled({ 'liqo.io/type': 'virtual-node' })}              | ${'virtual'} | ${'another cluster, by liqo'}
  ${tainted('virtual-node.liqo.io/not-allowed')}               | ${'virtual'} | ${'the taint of liqo'}
  ${versioned('v2.11.0-eklet')}                                | ${'virtual'} | ${'a super node of Tencent'}
  ${labelled({ 'kubernetes.io/role': 'agent' })}               | ${'machine'} | ${'the role that every node of AKS has'}
  ${labelled({ type: 'kwok' })}                                | ${'machine'} | ${'kwok counts as what it plays'}
  ${labelled({ type: 'gpu' })}                                 | ${'machine'} | ${'a type of ones own'}
  ${labelled({ 'eks.amazonaws.com/compute-type': 'fargate' })} | ${'one-pod'} | ${'Fargate has a kubelet and takes one pod'}
  ${labelled({ 'eks.amazonaws.com/compute-type': 'ec2' })}     | ${'machine'} | ${'an instance of EKS'}
  ${versioned('v1.33.5-eks-3025e55')}                          | ${'machine'} | ${'a kubelet of EKS'}
  ${versioned('v1.33.5+k3s1')}                                 | ${'machine'} | ${'a kubelet of k3s'}
`('$kind: $rule', ({ node, kind }) => {
  expect(nodeKind(node)).toBe(kind);
  expect(hasKubelet(node)).toBe(kind !== 'virtual');
});
