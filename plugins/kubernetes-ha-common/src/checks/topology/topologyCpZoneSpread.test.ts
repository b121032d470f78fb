/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { apiServerOn, nodeOf } from '../../testing/controlPlane';
import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { topologyCpZoneSpread } from './topologyCpZoneSpread';

const machines = (...zones: (string | undefined)[]) =>
  zones.map((zone, i) => nodeOf(`cp${i}`, { zone, controlPlane: true }));
const worker = nodeOf('n1', { zone: 'z' });

it.each`
  nodes                              | status              | rule
  ${machines('a', 'b', 'c')}         | ${'pass'}           | ${'three zones'}
  ${machines('a', 'b', 'b')}         | ${'warn'}           | ${'two zones'}
  ${machines('a', 'a', 'a')}         | ${'fail'}           | ${'one zone'}
  ${machines('a')}                   | ${'fail'}           | ${'one machine'}
  ${machines('0', '1', '2')}         | ${'unknown'}        | ${'fault domains of one data centre are no zones'}
  ${[...machines('a', 'b'), worker]} | ${'warn'}           | ${'workers do not count'}
  ${machines('a', 'b', undefined)}   | ${'unknown'}        | ${'one without a label may make it three'}
  ${machines(undefined)}             | ${'fail'}           | ${'one machine is in one zone, labelled or not'}
  ${machines(undefined, undefined)}  | ${'unknown'}        | ${'no labels'}
  ${[worker]}                        | ${'unknown'}        | ${'no control-plane node is shown'}
  ${notKnown('forbidden')}           | ${'unknown'}        | ${'nodes not read'}
  ${absent()}                        | ${'not-applicable'} | ${'nodes not shown'}
`('$status: $rule', ({ nodes, status }) => {
  expect(judge(topologyCpZoneSpread, { nodes }).status).toBe(status);
});

it('goes by the API servers where the control plane has no nodes', () => {
  const apiServers = ['a', 'b', 'c'].map((zone, i) =>
    apiServerOn(`host${i}`, { zone, nodeName: undefined }),
  );
  const given = { nodes: [worker], apiServers };
  expect(judge(topologyCpZoneSpread, given).status).toBe('pass');
});

it('counts a machine that is down: where it stands is where it stands', () => {
  const [first, ...others] = machines('a', 'b', 'c');
  const nodes = [nodeOf('cp0', { ...first, status: 'Unknown' }), ...others];
  expect(judge(topologyCpZoneSpread, { nodes }).status).toBe('pass');
});

it.each`
  platform     | status              | rule
  ${'eks'}     | ${'not-applicable'} | ${'spread by the provider'}
  ${'aks'}     | ${'not-applicable'} | ${'spread by the provider'}
  ${'managed'} | ${'not-applicable'} | ${'its provider answers for it'}
  ${'gke'}     | ${'unknown'}        | ${'regional or zonal cannot be told'}
`('$status on $platform: $rule', ({ platform, status }) => {
  const options = { cluster: { platform } };
  expect(judge(topologyCpZoneSpread, { nodes: [worker] }, options).status).toBe(
    status,
  );
});
