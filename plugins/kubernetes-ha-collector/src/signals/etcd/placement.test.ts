/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { NodeInfo } from 'backstage-plugin-kubernetes-ha-common';
import { nodesByHost, placementOf } from './placement';

const node: NodeInfo = {
  name: 'cp-a',
  labels: {},
  zone: 'zone-a',
  controlPlane: true,
  internalIPs: ['192.0.2.10', '2001:db8::10'],
  hostname: 'cp-a.example',
  unschedulable: false,
  taints: [],
  conditions: [],
  allocatable: { cpuMillis: 1, memoryBytes: 1, pods: 1 },
  kubeletVersion: '',
  kernelVersion: '',
  osImage: '',
  operatingSystem: '',
  containerRuntime: '',
};

/** Of a member in a list with others. */
function placed(
  member: Parameters<typeof placementOf>[0],
  nodes: readonly NodeInfo[],
  zones: Readonly<Record<string, string>>,
  others: readonly string[] = [],
) {
  const urls = [...member.peerUrls, ...member.clientUrls, ...others];
  return placementOf(member, nodes, zones, nodesByHost(urls, nodes));
}

it.each`
  peerUrl                        | clientUrl                      | zones                         | expected                                | rule
  ${'https://192.0.2.10:2380'}   | ${'https://192.0.2.10:2379'}   | ${{}}                         | ${{ nodeName: 'cp-a', zone: 'zone-a' }} | ${'by the address of its node'}
  ${'https://[2001:db8::10]:80'} | ${'https://127.0.0.1:2379'}    | ${{}}                         | ${{ nodeName: 'cp-a', zone: 'zone-a' }} | ${'by an IPv6 address'}
  ${'https://cp-a.example:2380'} | ${'https://cp-a.example:2379'} | ${{}}                         | ${{ nodeName: 'cp-a', zone: 'zone-a' }} | ${'by the host name of its node'}
  ${'https://192.0.2.10:2380'}   | ${'https://192.0.2.10:2379'}   | ${{ '192.0.2.10': 'zone-x' }} | ${{ nodeName: 'cp-a', zone: 'zone-a' }} | ${'the zone of a node goes before a declared one'}
  ${'https://192.0.2.99:2380'}   | ${'https://192.0.2.99:2379'}   | ${{ '192.0.2.99': 'zone-x' }} | ${{ zone: 'zone-x' }}                   | ${'outside the cluster by its declared host'}
  ${'https://192.0.2.99:2380'}   | ${'https://192.0.2.99:2379'}   | ${{ m1: 'zone-y' }}           | ${{ zone: 'zone-y' }}                   | ${'outside the cluster by its declared name'}
  ${'https://127.0.0.1:2380'}    | ${'https://localhost:2379'}    | ${{ localhost: 'zone-x' }}    | ${{}}                                   | ${'loopback is no place'}
  ${'nonsense'}                  | ${''}                          | ${{}}                         | ${{}}                                   | ${'a URL that is none has no host'}
`('$rule', ({ peerUrl, clientUrl, zones, expected }) => {
  expect(
    placed(
      { name: 'm1', peerUrls: [peerUrl], clientUrls: [clientUrl] },
      [node],
      zones,
    ),
  ).toEqual(expected);
});

it('takes the declared zone for a node that has none', () => {
  const { zone, ...unlabelled } = node;
  expect(zone).toBe('zone-a');
  expect(
    placed(
      { name: 'm1', peerUrls: ['https://192.0.2.10:2380'], clientUrls: [] },
      [unlabelled],
      { m1: 'zone-y' },
    ),
  ).toEqual({ nodeName: 'cp-a', zone: 'zone-y' });
});

it.each`
  host                  | others                          | nodeName     | rule
  ${'cp-a'}             | ${[]}                           | ${'cp-a'}    | ${'without the domain of its node'}
  ${'cp-a.internal'}    | ${[]}                           | ${'cp-a'}    | ${'under another domain'}
  ${'cp-a.one.example'} | ${['https://cp-a.two.example']} | ${undefined} | ${'unless another member shares the label'}
`('finds the node of $host $rule', ({ host, others, nodeName }) => {
  const peerUrls = [`https://${host}:2380`];
  expect(
    placed({ name: 'm1', peerUrls, clientUrls: [] }, [node], {}, others)
      .nodeName,
  ).toBe(nodeName);
});
