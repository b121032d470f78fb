/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { nodeOf } from '../../testing/controlPlane';
import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { topologyZoneCount } from './topologyZoneCount';

const inZones = (...zones: (string | undefined)[]) =>
  zones.map((zone, i) => nodeOf(`n${i}`, { zone }));
const notReady = nodeOf('down', { zone: 'c', status: 'Unknown' });
const controlPlane = nodeOf('cp', { zone: 'c', controlPlane: true });
const compact = ['a', 'b', 'c'].map(zone =>
  nodeOf(`cp-${zone}`, { zone, controlPlane: true }),
);
const tainted = compact.map(node => ({
  ...node,
  taints: [
    { key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' },
  ],
}));

it.each`
  nodes                                   | status              | rule
  ${inZones('a', 'b', 'c')}               | ${'pass'}           | ${'three zones'}
  ${inZones('a', 'b')}                    | ${'warn'}           | ${'two zones'}
  ${inZones('a', 'a')}                    | ${'fail'}           | ${'one zone'}
  ${[...inZones('a', 'b'), notReady]}     | ${'warn'}           | ${'a zone whose workers are silent does not count'}
  ${[...inZones('a', 'b'), controlPlane]} | ${'warn'}           | ${'control-plane nodes carry no workloads'}
  ${compact}                              | ${'pass'}           | ${'control-plane nodes that take workloads count'}
  ${tainted}                              | ${'fail'}           | ${'no worker at all'}
  ${inZones('a', undefined)}              | ${'unknown'}        | ${'a worker without a label may be anywhere'}
  ${inZones('a', 'b', 'c', undefined)}    | ${'pass'}           | ${'enough are labelled'}
  ${inZones(undefined)}                   | ${'unknown'}        | ${'no labels'}
  ${[]}                                   | ${'unknown'}        | ${'no nodes'}
  ${notKnown('forbidden')}                | ${'unknown'}        | ${'nodes not read'}
  ${absent()}                             | ${'not-applicable'} | ${'nodes not shown'}
`('$status: $rule', ({ nodes, status }) => {
  expect(judge(topologyZoneCount, { nodes }).status).toBe(status);
});
