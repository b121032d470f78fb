/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Condition } from '../../snapshot/sections/inventory';
import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { nodePressure as check } from './nodePressure';
import { nodeWith, ready } from './testing/nodeWith';

const telling = (name: string, zone: string, ...conditions: Condition[]) =>
  nodeWith(name, { zone, conditions: [ready, ...conditions] });
const pressed = (
  name: string,
  zone: string,
  type = 'DiskPressure',
  status: Condition['status'] = 'True',
) => telling(name, zone, { type, status });
const quiet = (amount: number, zone: string) =>
  Array.from({ length: amount }, (_, i) => telling(`${zone}${i}`, zone));

it.each`
  nodes                                                                | status              | rule
  ${quiet(3, 'a')}                                                     | ${'pass'}           | ${'none'}
  ${[...quiet(3, 'a'), pressed('x', 'a', 'MemoryPressure', 'False')]}  | ${'pass'}           | ${'a condition that is False'}
  ${[...quiet(9, 'a'), pressed('x', 'a', 'MemoryPressure')]}           | ${'warn'}           | ${'short of memory'}
  ${[...quiet(9, 'a'), pressed('x', 'a', 'PIDPressure')]}              | ${'warn'}           | ${'short of process ids'}
  ${[...quiet(1, 'a'), pressed('x', 'a')]}                             | ${'warn'}           | ${'one node of two is still one node'}
  ${[...quiet(8, 'a'), pressed('x', 'a'), pressed('y', 'a')]}          | ${'warn'}           | ${'a fifth of a zone'}
  ${[...quiet(7, 'a'), pressed('x', 'a'), pressed('y', 'a')]}          | ${'fail'}           | ${'more than a fifth of a zone'}
  ${[...quiet(7, 'a'), pressed('x', 'a'), pressed('y', 'b')]}          | ${'warn'}           | ${'two in different zones'}
  ${[...quiet(3, 'a'), pressed('x', 'a', 'DiskPressure', 'Unknown')]}  | ${'unknown'}        | ${'a node that is not heard from'}
  ${[pressed('x', 'a'), pressed('y', 'a', 'DiskPressure', 'Unknown')]} | ${'warn'}           | ${'what is told counts'}
  ${notKnown('forbidden')}                                             | ${'unknown'}        | ${'nodes may not be read'}
  ${absent()}                                                          | ${'not-applicable'} | ${'nodes are not part of it'}
`('$status: $rule', ({ nodes, status }) => {
  expect(judge(check, { nodes }).status).toBe(status);
});

it('says what is short and where', () => {
  const nodes = [
    ...quiet(3, 'a'),
    pressed('x', 'a'),
    pressed('y', 'b', 'MemoryPressure'),
  ];
  expect(judge(check, { nodes }).says).toBe(
    'MemoryPressure and DiskPressure on x and y',
  );
});
