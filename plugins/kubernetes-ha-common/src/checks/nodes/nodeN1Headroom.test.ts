/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { say } from '../../messages';
import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { nodeN1Headroom as check } from './nodeN1Headroom';
import { controlPlaneNode, nodeWith, podWith } from './testing/nodeWith';

const GIB = 1024 ** 3;
const three = ['w1', 'w2', 'w3'].map(name => nodeWith(name));
const [w1, w2] = three;
/** A pod that asks for so many millicores. */
const asking = (cpuMillis: number, given = {}) =>
  podWith(`p${cpuMillis}`, { cpuMillis, ...given });

const virtual = nodeWith('aci', {
  labels: { type: 'virtual-kubelet' },
  allocatable: { cpuMillis: 800_000, memoryBytes: 4000 * GIB, pods: 5000 },
});
const fargate = nodeWith('fargate', {
  labels: { 'eks.amazonaws.com/compute-type': 'fargate' },
});

it.each`
  nodes                                                  | pods                                                                       | status              | rule
  ${three}                                               | ${[asking(7200)]}                                                          | ${'pass'}           | ${'10 % of two times four CPUs to spare'}
  ${three}                                               | ${[asking(7201)]}                                                          | ${'warn'}           | ${'less than 10 % to spare'}
  ${three}                                               | ${[asking(8000)]}                                                          | ${'warn'}           | ${'just fits'}
  ${three}                                               | ${[asking(8001)]}                                                          | ${'fail'}           | ${'does not fit without one node'}
  ${three}                                               | ${[podWith('m', { memoryBytes: 15 * GIB })]}                               | ${'warn'}           | ${'memory counts as well'}
  ${three}                                               | ${[podWith('m', { memoryBytes: 17 * GIB })]}                               | ${'fail'}           | ${'memory does not fit'}
  ${three}                                               | ${Array.from({ length: 221 }, (_, i) => podWith(`p${i}`))}                 | ${'fail'}           | ${'more pods than 2 × 110 places'}
  ${[w1, w2]}                                            | ${[asking(3600)]}                                                          | ${'pass'}           | ${'two nodes, one must do'}
  ${[w1]}                                                | ${[]}                                                                      | ${'fail'}           | ${'nobody is left'}
  ${three}                                               | ${[asking(7200), asking(500, { phase: 'Succeeded' })]}                     | ${'pass'}           | ${'a finished pod needs no place'}
  ${three}                                               | ${[asking(7200), asking(500, { deletedAt: '2026-11-23T11:59:00.000Z' })]}  | ${'pass'}           | ${'a leaving pod needs none either'}
  ${three}                                               | ${[asking(7200), asking(500, { phase: 'Pending' })]}                       | ${'warn'}           | ${'a pending pod needs one'}
  ${three}                                               | ${[asking(7200), asking(500, { nodeName: 'w1', ownerKind: 'DaemonSet' })]} | ${'warn'}           | ${'a DaemonSet takes room where it is'}
  ${[...three, nodeWith('w4', { unschedulable: true })]} | ${[asking(7300, { nodeName: 'w4' })]}                                      | ${'warn'}           | ${'a cordoned node gives nothing and its pods must go somewhere'}
  ${[...three, controlPlaneNode('cp1')]}                 | ${[asking(7200), asking(3000, { nodeName: 'cp1' })]}                       | ${'pass'}           | ${'pods on the control plane stay there'}
  ${[...three, virtual]}                                 | ${[asking(7200), asking(3000, { nodeName: 'aci' })]}                       | ${'pass'}           | ${'a virtual node carries its own pods'}
  ${[...three, virtual]}                                 | ${[asking(8001)]}                                                          | ${'fail'}           | ${'and is no room for others'}
  ${[fargate, fargate]}                                  | ${[asking(100, { nodeName: 'fargate' })]}                                  | ${'not-applicable'} | ${'nodes that are made for one pod each'}
  ${[nodeWith('w1', { unschedulable: true })]}           | ${[]}                                                                      | ${'fail'}           | ${'no schedulable worker at all'}
  ${[]}                                                  | ${[]}                                                                      | ${'not-applicable'} | ${'no nodes at all'}
  ${notKnown('forbidden')}                               | ${[]}                                                                      | ${'unknown'}        | ${'nodes may not be read'}
  ${three}                                               | ${notKnown('too-large')}                                                   | ${'unknown'}        | ${'pods could not be read'}
  ${absent()}                                            | ${[]}                                                                      | ${'not-applicable'} | ${'nodes are not part of it'}
`('$status: $rule', ({ nodes, pods, status }) => {
  expect(judge(check, { nodes, pods }).status).toBe(status);
});

it('says which node and which resource', () => {
  const big = nodeWith('big', {
    allocatable: { cpuMillis: 16_000, memoryBytes: 8 * GIB, pods: 110 },
  });
  const result = judge(check, {
    nodes: [w1, w2, big],
    pods: [asking(9000)],
  });
  expect(result.says).toBe(
    'after the loss of big, 8 CPUs remain for requests of 9 CPUs',
  );
  expect(say(result.fix!)).toBe(
    'add workers with 2 CPUs more, or lower the requests of pods',
  );
  expect(result.subjects).toEqual(['big']);
});

it('fails exactly when the requests exceed what is left after losing some one node', () => {
  const sizes = fc.array(fc.integer({ min: 100, max: 8000 }), {
    minLength: 2,
    maxLength: 8,
  });
  fc.assert(
    fc.property(sizes, fc.nat(30_000), (cpus, request) => {
      const nodes = cpus.map((cpuMillis, i) =>
        nodeWith(`n${i}`, {
          allocatable: { cpuMillis, memoryBytes: GIB, pods: 110 },
        }),
      );
      // Tried node by node, not by the largest.
      const someLossHurts = cpus.some((_, lost) => {
        const left = cpus
          .filter((__, i) => i !== lost)
          .reduce((sum, cpu) => sum + cpu, 0);
        return request > left;
      });
      const { status } = judge(check, { nodes, pods: [asking(request)] });
      expect(status === 'fail').toBe(someLossHurts);
    }),
  );
});
