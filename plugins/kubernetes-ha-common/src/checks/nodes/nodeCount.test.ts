/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { nodeCount as check } from './nodeCount';
import { controlPlaneNode, nodeWith } from './testing/nodeWith';

const workers = (amount: number) =>
  Array.from({ length: amount }, (_, i) => nodeWith(`w${i + 1}`));
const controlPlane = ['cp1', 'cp2', 'cp3'].map(name => controlPlaneNode(name));
const compact = ['cp1', 'cp2', 'cp3'].map(name =>
  controlPlaneNode(name, { taints: [] }),
);

const virtual = nodeWith('aci', {
  kubeletVersion: 'v1.25.0-vk-azure-aci-1.6.2',
});

it.each`
  nodes                                                       | status              | rule
  ${[...controlPlane, ...workers(3)]}                         | ${'pass'}           | ${'three workers'}
  ${[...controlPlane, ...workers(2)]}                         | ${'warn'}           | ${'two workers'}
  ${[...controlPlane, ...workers(1)]}                         | ${'fail'}           | ${'one worker'}
  ${controlPlane}                                             | ${'fail'}           | ${'none but the control plane'}
  ${compact}                                                  | ${'pass'}           | ${'control-plane nodes that take workloads'}
  ${[...workers(2), nodeWith('w3', { unschedulable: true })]} | ${'warn'}           | ${'a cordoned worker does not count'}
  ${[...controlPlane, ...workers(2), virtual]}                | ${'warn'}           | ${'a virtual node is no worker'}
  ${[...controlPlane, virtual]}                               | ${'not-applicable'} | ${'pods run on virtual nodes only'}
  ${[]}                                                       | ${'fail'}           | ${'no nodes'}
  ${notKnown('forbidden')}                                    | ${'unknown'}        | ${'nodes may not be read'}
  ${absent()}                                                 | ${'not-applicable'} | ${'nodes are not part of it'}
`('$status: $rule', ({ nodes, status }) => {
  expect(judge(check, { nodes }).status).toBe(status);
});

it('names the workers out of service', () => {
  const nodes = [...workers(2), nodeWith('w3', { unschedulable: true })];
  expect(judge(check, { nodes }).says).toBe(
    '2 schedulable workers; out of service: w3',
  );
});
