/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { judge } from '../../testing/judge';
import { absent, notKnown, secondsAgo } from '../../testing/snapshotWith';
import { nodeReadyRatio as check } from './nodeReadyRatio';
import { controlPlaneNode, nodeWith, notReadyFor } from './testing/nodeWith';

/** Nodes of a zone: `up` Ready ones and `down` ones that have not been for `seconds`. */
const zone = (name: string, up: number, down = 0, seconds = 60) => [
  ...Array.from({ length: up }, (_, i) =>
    nodeWith(`${name}-up${i + 1}`, { zone: name }),
  ),
  ...Array.from({ length: down }, (_, i) =>
    nodeWith(`${name}-down${i + 1}`, {
      zone: name,
      conditions: [notReadyFor(seconds)],
    }),
  ),
];

/** A node that has never been Ready, in a zone of its own. */
const joining = (seconds: number) =>
  nodeWith(`young-${seconds}`, {
    zone: 'c',
    createdAt: secondsAgo(seconds),
    conditions: [notReadyFor(seconds, 'False')],
  });
const stray = nodeWith('stray', { conditions: [notReadyFor(60)] });

it.each`
  nodes                                                                                           | status              | rule
  ${[...zone('a', 3), ...zone('b', 3)]}                                                           | ${'pass'}           | ${'all Ready'}
  ${[...zone('a', 3), ...zone('b', 2, 1, 900)]}                                                   | ${'pass'}           | ${'one out for a quarter of an hour'}
  ${[...zone('a', 3), ...zone('b', 2, 1, 901)]}                                                   | ${'warn'}           | ${'one out for longer'}
  ${[...zone('a', 10), ...zone('b', 9, 11)]}                                                      | ${'fail'}           | ${'55 % of a zone'}
  ${[...zone('a', 30), ...zone('b', 10, 11)]}                                                     | ${'pass'}           | ${'just under 55 % of a zone'}
  ${[...zone('a', 9), ...zone('b', 1, 2)]}                                                        | ${'pass'}           | ${'two nodes are no zone outage, as the node controller sees it'}
  ${[...zone('a', 9), ...zone('b', 0, 1)]}                                                        | ${'fail'}           | ${'a zone without any Ready node is lost'}
  ${[...zone('a', 11, 9), ...zone('b', 1)]}                                                       | ${'pass'}           | ${'under 45 % of the cluster'}
  ${[...zone('a', 11, 9)]}                                                                        | ${'fail'}           | ${'45 % of the cluster'}
  ${[nodeWith('n1'), nodeWith('n2'), nodeWith('n3', { conditions: [] })]}                         | ${'warn'}           | ${'a node that never said Ready, for a day'}
  ${[nodeWith('n1'), nodeWith('n2'), nodeWith('n3', { conditions: [], createdAt: undefined })]}   | ${'warn'}           | ${'a node of which nobody knows since when'}
  ${[nodeWith('n1'), nodeWith('n2'), nodeWith('n3', { conditions: [notReadyFor(60, 'False')] })]} | ${'pass'}           | ${'one of three without zone labels'}
  ${[...zone('a', 3), ...zone('b', 3), stray]}                                                    | ${'pass'}           | ${'a stray node without a label is no zone'}
  ${[nodeWith('n1', { conditions: [notReadyFor(60)] })]}                                          | ${'fail'}           | ${'the only node, without any zone label'}
  ${[...zone('a', 3), joining(20)]}                                                               | ${'pass'}           | ${'the first node of a zone only just joins'}
  ${[...zone('a', 3), joining(299)]}                                                              | ${'pass'}           | ${'it may take minutes'}
  ${[...zone('a', 3), joining(300)]}                                                              | ${'fail'}           | ${'it does not come up'}
  ${[...zone('a', 3), { ...joining(200), conditions: [notReadyFor(60)] }]}                        | ${'fail'}           | ${'a young node that fell silent'}
  ${[joining(20)]}                                                                                | ${'fail'}           | ${'nothing but a node that joins'}
  ${[...zone('a', 1), joining(20), joining(30)]}                                                  | ${'pass'}           | ${'more nodes join than are there'}
  ${[]}                                                                                           | ${'not-applicable'} | ${'no nodes'}
  ${notKnown('forbidden')}                                                                        | ${'unknown'}        | ${'nodes may not be read'}
  ${absent()}                                                                                     | ${'not-applicable'} | ${'nodes are not part of it'}
`('$status: $rule', ({ nodes, status }) => {
  expect(judge(check, { nodes }).status).toBe(status);
});

it('fails for a zone without any worker left, though its control plane is Ready', () => {
  const workers = zone('b', 0, 2);
  const nodes = [
    ...zone('a', 3),
    controlPlaneNode('cp-b', { zone: 'b' }),
    ...workers,
  ];
  expect(judge(check, { nodes })).toMatchObject({
    status: 'fail',
    says: expect.stringContaining('lost zone: b'),
  });
});

it('names a virtual node that is not Ready, and loses no zone with it', () => {
  const virtual = (seconds: number) =>
    nodeWith('aci', {
      zone: 'virtual',
      labels: { type: 'virtual-kubelet' },
      conditions: [notReadyFor(seconds)],
    });
  const judged = (seconds: number) =>
    judge(check, { nodes: [...zone('a', 3), virtual(seconds)] });
  expect(judged(60).status).toBe('pass');
  expect(judged(901)).toMatchObject({ status: 'warn', subjects: ['aci'] });
  expect(judge(check, { nodes: [virtual(60)] }).status).toBe('pass');
});

it('names the lost zone and the nodes', () => {
  const nodes = [...zone('a', 3), ...zone('b', 3), ...zone('c', 0, 2, 120)];
  const result = judge(check, { nodes });
  expect(result.says).toBe(
    '2 of 8 nodes NotReady: c-down1 and c-down2; for up to 2 min; lost zone: c',
  );
  expect(result.subjects).toEqual(['c-down1', 'c-down2']);
});

it('never gets better by losing one more node', () => {
  const rank = { pass: 0, warn: 1, fail: 2 };
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }),
      fc.nat(29),
      fc.integer({ min: 1, max: 4 }),
      (up, pick, zones) => {
        const made = (ready: readonly boolean[]) =>
          ready.map((isUp, i) =>
            nodeWith(`n${i}`, {
              zone: `z${i % zones}`,
              ...(!isUp && { conditions: [notReadyFor(1000)] }),
            }),
          );
        const lost = up.map((isUp, i) => isUp && i !== pick % up.length);
        const before = judge(check, { nodes: made(up) }).status;
        const after = judge(check, { nodes: made(lost) }).status;
        expect(rank[after as keyof typeof rank]).toBeGreaterThanOrEqual(
          rank[before as keyof typeof rank],
        );
      },
    ),
  );
});
