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
const keepsOff = [
  { key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' },
];
const untainted = nodeOf('cp', { zone: 'c', controlPlane: true });
const controlPlane = nodeOf('cp', {
  zone: 'c',
  controlPlane: true,
  taints: keepsOff,
});
const inRegions = nodeOf('us', { zone: 'a', region: 'us' });
const inEurope = ['a', 'b'].map(zone =>
  nodeOf(`eu-${zone}`, { zone, region: 'eu' }),
);
const virtual = nodeOf('aci', {
  zone: 'c',
  labels: { type: 'virtual-kubelet' },
});
const fargate = nodeOf('fargate', {
  zone: 'c',
  labels: { 'eks.amazonaws.com/compute-type': 'fargate' },
});
const compact = ['a', 'b', 'c'].map(zone =>
  nodeOf(`cp-${zone}`, { zone, controlPlane: true }),
);
const tainted = compact.map(node => ({
  ...node,
  taints: keepsOff,
}));

it.each`
  nodes                                   | status              | rule
  ${inZones('a', 'b', 'c')}               | ${'pass'}           | ${'three zones'}
  ${inZones('a', 'b')}                    | ${'warn'}           | ${'two zones'}
  ${inZones('a', 'a')}                    | ${'fail'}           | ${'one zone'}
  ${[...inZones('a', 'b'), notReady]}     | ${'warn'}           | ${'a zone whose workers are silent does not count'}
  ${[...inZones('a', 'b'), controlPlane]} | ${'warn'}           | ${'control-plane nodes that keep workloads off'}
  ${[...inZones('a', 'b'), untainted]}    | ${'pass'}           | ${'a control-plane node that takes workloads, beside workers'}
  ${[...inZones('a', 'b'), virtual]}      | ${'warn'}           | ${'a virtual node is no worker'}
  ${[virtual, fargate]}                   | ${'not-applicable'} | ${'nothing but virtual nodes and nodes of one pod'}
  ${[...inEurope, inRegions]}             | ${'pass'}           | ${'zone a of another region is another zone'}
  ${inZones('0', '1', '2')}               | ${'unknown'}        | ${'fault domains of one data centre are no zones'}
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

it('counts over the zones that the cluster has, and names who is down in the lost one', () => {
  const result = judge(topologyZoneCount, {
    nodes: [...inZones('a', 'b'), notReady],
  });
  expect(result).toMatchObject({ verdict: 'broken', subjects: ['down'] });
  expect(result.says).toBe(
    '2 Ready workers in 2 of 3 zones (a: 1 and b: 1); no Ready worker in c',
  );
});

it('is weak by design where there are no more zones', () => {
  const result = judge(topologyZoneCount, { nodes: inZones('a', 'b') });
  expect(result).toMatchObject({ verdict: 'weak', subjects: [] });
  expect(result.says).toBe('2 Ready workers in 2 zones (a: 1 and b: 1)');
});
