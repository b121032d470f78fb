/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { nodeOf } from '../../testing/controlPlane';
import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { topologyBalance } from './topologyBalance';

const node = (zone: string | undefined, cpuMillis: number, memory?: number) =>
  nodeOf(`${zone ?? 'nowhere'}-${cpuMillis}`, {
    zone,
    allocatable: { cpuMillis, memoryBytes: memory ?? cpuMillis, pods: 110 },
  });

const down = nodeOf('down', {
  zone: 'b',
  status: 'Unknown',
  allocatable: { cpuMillis: 33, memoryBytes: 33, pods: 110 },
});

it.each`
  nodes                                            | status              | rule
  ${[node('a', 40), node('b', 30), node('c', 30)]} | ${'pass'}           | ${'40 % in the largest'}
  ${[node('a', 50), node('b', 50)]}                | ${'pass'}           | ${'half in each'}
  ${[node('a', 51), node('b', 49)]}                | ${'warn'}           | ${'more than half in one'}
  ${[node('a', 66), node('b', 34)]}                | ${'warn'}           | ${'66 % in one'}
  ${[node('a', 67), node('b', 33)]}                | ${'fail'}           | ${'more than 66 % in one'}
  ${[node('a', 50, 10), node('b', 50, 90)]}        | ${'fail'}           | ${'memory counts as CPU does'}
  ${[node('a', 67), down]}                         | ${'fail'}           | ${'a zone that is down is still one of them'}
  ${[node('a', 50)]}                               | ${'not-applicable'} | ${'one zone has nothing to balance'}
  ${[node('a', 50), node(undefined, 50)]}          | ${'unknown'}        | ${'a worker without a zone'}
  ${[node('0', 50), node('1', 50)]}                | ${'unknown'}        | ${'fault domains are no zones'}
  ${[node('a', 0), node('b', 0)]}                  | ${'unknown'}        | ${'no capacity reported'}
  ${[]}                                            | ${'unknown'}        | ${'no nodes'}
  ${notKnown('forbidden')}                         | ${'unknown'}        | ${'nodes not read'}
  ${absent()}                                      | ${'not-applicable'} | ${'nodes not shown'}
`('$status: $rule', ({ nodes, status }) => {
  expect(judge(topologyBalance, { nodes }).status).toBe(status);
});
