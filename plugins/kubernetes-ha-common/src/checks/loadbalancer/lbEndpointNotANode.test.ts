/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { controlPlaneNode, nodeWith } from '../nodes/testing/nodeWith';
import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { lbEndpointNotANode as check } from './lbEndpointNotANode';
import { balancers, kubeVip } from './testing/haproxyWith';

const nodes = [1, 2, 3].map(n =>
  controlPlaneNode(`cp${n}`, {
    internalIPs: [`192.0.2.1${n}`],
    hostname: `cp${n}.example`,
  }),
);
const kubeadm = (controlPlaneEndpoint?: string) => ({
  controlPlaneEndpoint,
  externalEtcdEndpoints: [],
});
const proxy = (apiServerUrl: string) => ({ mode: '', apiServerUrl });

it.each`
  given                                                                                                         | status              | rule
  ${{ kubeadmConfig: kubeadm('192.0.2.100:6443') }}                                                             | ${'pass'}           | ${'a virtual IP'}
  ${{ kubeadmConfig: kubeadm('api.example:6443') }}                                                             | ${'pass'}           | ${'a name of its own'}
  ${{ kubeadmConfig: kubeadm('192.0.2.12:6443') }}                                                              | ${'fail'}           | ${'the address of a node'}
  ${{ kubeadmConfig: kubeadm('CP2.example:6443') }}                                                             | ${'fail'}           | ${'the name of a node'}
  ${{ kubeadmConfig: kubeadm() }}                                                                               | ${'fail'}           | ${'none with three control-plane nodes'}
  ${{ clusterInfo: { apiServerUrl: 'https://192.0.2.11:6443' } }}                                               | ${'fail'}           | ${'cluster-info points at a node'}
  ${{ kubeadmConfig: kubeadm('api.example:6443'), kubeProxyConfig: proxy('https://192.0.2.11:6443') }}          | ${'fail'}           | ${'kube-proxy points at a node'}
  ${{ kubeProxyConfig: proxy('https://127.0.0.1:6443') }}                                                       | ${'not-applicable'} | ${'a proxy on every node'}
  ${{ kubeProxyConfig: proxy('https://127.0.0.1:6443'), clusterInfo: { apiServerUrl: 'https://api.example' } }} | ${'pass'}           | ${'a proxy on every node, and a name for the others'}
  ${{ kubeadmConfig: notKnown('forbidden') }}                                                                   | ${'unknown'}        | ${'the configuration may not be read'}
  ${{ kubeadmConfig: absent(), clusterInfo: absent(), kubeProxyConfig: absent() }}                              | ${'unknown'}        | ${'no configuration to read'}
  ${{ nodes: notKnown('forbidden'), kubeadmConfig: kubeadm('api.example') }}                                    | ${'unknown'}        | ${'nodes may not be read'}
  ${{ nodes: absent(), kubeadmConfig: kubeadm('api.example') }}                                                 | ${'not-applicable'} | ${'nodes are not part of it'}
`('$status: $rule', ({ given, status }) => {
  expect(judge(check, { nodes, ...given }).status).toBe(status);
});

it.each`
  type             | endpoint                                          | status    | rule
  ${'ExternalIP'}  | ${'203.0.113.12:6443'}                            | ${'fail'} | ${'the public address of a node'}
  ${'ExternalIP'}  | ${'[2001:db8::12]:6443'}                          | ${'fail'} | ${'its public address of the other family'}
  ${'ExternalDNS'} | ${'ec2-203-0-113-12.compute.example:6443'}        | ${'fail'} | ${'its public name'}
  ${'InternalDNS'} | ${'ip-192-0-2-12.eu-west-1.compute.internal:443'} | ${'fail'} | ${'its private name'}
  ${'Hostname'}    | ${'cp2.rack7.example:6443'}                       | ${'fail'} | ${'a second host name'}
  ${'ExternalDNS'} | ${'EC2-203-0-113-12.Compute.Example.:6443'}       | ${'fail'} | ${'the same name in another spelling'}
  ${'ExternalIP'}  | ${'203.0.113.99:6443'}                            | ${'pass'} | ${'an address of no node'}
`('an endpoint that is the $type, $status: $rule', ({ endpoint, status }) => {
  const exposed = {
    ...nodes[1],
    otherAddresses: [
      { type: 'ExternalIP', address: '203.0.113.12' },
      { type: 'ExternalIP', address: '2001:db8::12' },
      { type: 'ExternalDNS', address: 'ec2-203-0-113-12.compute.example' },
      {
        type: 'InternalDNS',
        address: 'ip-192-0-2-12.eu-west-1.compute.internal',
      },
      { type: 'Hostname', address: 'cp2.rack7.example' },
    ],
  };
  const given = {
    nodes: [nodes[0], exposed, nodes[2]],
    kubeadmConfig: kubeadm(endpoint),
  };
  expect(judge(check, given).status).toBe(status);
});

it('is not applicable where the provider has the endpoint and nothing shows it', () => {
  const result = judge(
    check,
    { nodes: [nodeWith('w1')], kubeProxyConfig: absent() },
    { cluster: { platform: 'eks' } },
  );
  expect(result.status).toBe('not-applicable');
});

it('takes a further address of a node for the VIP that kube-vip holds there', () => {
  const holder = controlPlaneNode('cp1', {
    internalIPs: ['192.0.2.11', '192.0.2.100'],
  });
  const given = {
    nodes: [holder],
    kubeadmConfig: kubeadm('192.0.2.100:6443'),
  };
  const loadBalancers = { ...balancers(), kubeVip: { holder: 'cp1' } };
  expect(judge(check, given).status).toBe('fail');
  expect(judge(check, { ...given, loadBalancers }).status).toBe('pass');

  // Without its Lease the address may be the virtual one where kube-vip runs.
  const leaseless = (nodeName: string) =>
    judge(check, {
      ...given,
      loadBalancers: balancers(kubeVip('vip1', nodeName)),
    });
  expect(leaseless('cp1').status).toBe('unknown');
  expect(leaseless('cp2').status).toBe('fail');
});

it('fails for a single control-plane node that is its own endpoint', () => {
  const result = judge(check, {
    nodes: [nodes[0]],
    kubeadmConfig: kubeadm(),
    clusterInfo: { apiServerUrl: 'https://192.0.2.11:6443' },
  });
  expect(result.says).toBe(
    'cluster-info points to 192.0.2.11, which is node cp1: the endpoint is lost with that node',
  );
  expect(result.subjects).toEqual(['cp1']);
});
