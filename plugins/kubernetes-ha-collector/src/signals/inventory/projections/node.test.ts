/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { projectNode } from './node';

const projected = (node: object) =>
  projectNode(node as Parameters<typeof projectNode>[0]);

it('keeps every address, each once, and bounds them', () => {
  const addresses = [
    { type: 'InternalIP', address: '192.0.2.1' },
    { type: 'InternalIP', address: '2001:db8::1' },
    { type: 'ExternalIP', address: '203.0.113.1' },
    { type: 'Hostname', address: 'n1' },
    { type: 'Hostname', address: 'n1.example' },
    { type: 'InternalDNS', address: 'n1.internal' },
    { type: 'ExternalDNS', address: 'n1.public.example' },
    { type: 'ExternalIP', address: '' },
  ];
  expect(projected({ status: { addresses } })).toMatchObject({
    internalIPs: ['192.0.2.1', '2001:db8::1'],
    hostname: 'n1',
    otherAddresses: [
      { type: 'ExternalIP', address: '203.0.113.1' },
      { type: 'Hostname', address: 'n1.example' },
      { type: 'InternalDNS', address: 'n1.internal' },
      { type: 'ExternalDNS', address: 'n1.public.example' },
    ],
  });
  const many = Array.from({ length: 5000 }, (_, i) => ({
    type: 'ExternalIP',
    address: `host-${i}`,
  }));
  expect(
    projected({ status: { addresses: many } }).otherAddresses,
  ).toHaveLength(64);
});

it.each`
  providerID                    | provider     | rule
  ${'aws:///eu-west-1a/i-0123'} | ${'aws'}     | ${'Amazon'}
  ${'azure:///subscriptions/x'} | ${'azure'}   | ${'Azure'}
  ${'gce://project/zone/name'}  | ${'gce'}     | ${'Google'}
  ${'vsphere://4210'}           | ${'vsphere'} | ${'a machine of ones own'}
  ${'ocid1.instance.oc1.iad.a'} | ${'oci'}     | ${'Oracle names no scheme'}
  ${'i-0123'}                   | ${undefined} | ${'an id without a scheme'}
  ${''}                         | ${undefined} | ${'an empty one'}
  ${undefined}                  | ${undefined} | ${'none'}
`('$provider: $rule', ({ providerID, provider }) => {
  expect(projected({ spec: { providerID } }).provider).toBe(provider);
});

it.each`
  labels                                                                                                | zone         | region       | deprecated   | rule
  ${{ 'topology.kubernetes.io/zone': 'a', 'topology.kubernetes.io/region': 'r' }}                       | ${'a'}       | ${'r'}       | ${undefined} | ${'the labels of today'}
  ${{ 'failure-domain.beta.kubernetes.io/zone': 'a', 'failure-domain.beta.kubernetes.io/region': 'r' }} | ${'a'}       | ${'r'}       | ${true}      | ${'those of before'}
  ${{ 'topology.kubernetes.io/zone': 'a', 'failure-domain.beta.kubernetes.io/region': 'r' }}            | ${'a'}       | ${'r'}       | ${undefined} | ${'one of each'}
  ${{}}                                                                                                 | ${undefined} | ${undefined} | ${undefined} | ${'none'}
`(
  'zone $zone, region $region: $rule',
  ({ labels, zone, region, deprecated }) => {
    const node = projected({ metadata: { labels } });
    expect(node.zone).toBe(zone);
    expect(node.region).toBe(region);
    expect(node.zoneFromDeprecatedLabel).toBe(deprecated);
  },
);

it('keeps the labels that name kind and maker of a node, and no others', () => {
  const labels = {
    type: 'virtual-kubelet',
    'liqo.io/type': 'virtual-node',
    'eks.amazonaws.com/nodegroup': 'a',
    'doks.digitalocean.com/node-pool': 'a',
    app: 'x',
    'example.org/rack': '7',
  };
  expect(Object.keys(projected({ metadata: { labels } }).labels)).toEqual([
    'type',
    'liqo.io/type',
    'eks.amazonaws.com/nodegroup',
    'doks.digitalocean.com/node-pool',
  ]);
});
