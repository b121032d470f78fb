/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { say } from '../../messages';
import {
  apiServerOn,
  erring,
  identityLease,
  kubernetesEndpoints,
  leasesOf,
  mirrorPodOf,
  nodeOf,
  silent,
} from '../../testing/controlPlane';
import { judge } from '../../testing/judge';
import { etcdOf, voter } from '../etcd/testing/etcdWith';
import { absent, notKnown } from '../../testing/snapshotWith';
import { apiserverReplicaCount } from './apiserverReplicaCount';

const hosts = ['cp1', 'cp2', 'cp3'];
const stackedConfig = { externalEtcdEndpoints: [] };
const externalConfig = { externalEtcdEndpoints: ['https://192.0.2.9:2379'] };
const allUp = hosts.map(host => apiServerOn(host));
const oneRefuses = [
  apiServerOn('cp1'),
  apiServerOn('cp2'),
  apiServerOn('cp3', { readyz: silent('refused') }),
];
const oneForbids = [
  apiServerOn('cp1'),
  apiServerOn('cp2'),
  apiServerOn('cp3', { readyz: erring(403) }),
];
const twoRefuse = [
  apiServerOn('cp1'),
  apiServerOn('cp2', { readyz: silent('refused') }),
  apiServerOn('cp3', { readyz: silent('refused') }),
];
const oneSilent = [
  apiServerOn('cp1'),
  apiServerOn('cp2'),
  apiServerOn('cp3', { readyz: silent('timeout') }),
];
const oneSlips = [
  apiServerOn('cp1'),
  apiServerOn('cp2'),
  apiServerOn('cp3', { readyz: erring(500, 1) }),
];
const twoSlip = [
  apiServerOn('cp1'),
  apiServerOn('cp2', { readyz: erring(500, 1) }),
  apiServerOn('cp3', { readyz: erring(500, 1) }),
];
/** The second address of the server on cp1: no node has it. */
const secondAddress = apiServerOn('cp1', {
  address: '198.51.100.1:6443',
  nodeName: undefined,
});
const aged = (ages: number[]) =>
  leasesOf(ages.map((age, i) => identityLease(hosts[i], age)));
const fresh = (names: string[]) =>
  leasesOf(names.map(host => identityLease(host, 5)));
const judged = (given: Parameters<typeof judge>[1], platform = {}) =>
  judge(apiserverReplicaCount, given, { cluster: platform });

it.each`
  apiServers                                                           | kubeadmConfig     | leases                            | status       | rule
  ${allUp}                                                             | ${stackedConfig}  | ${fresh(hosts)}                   | ${'pass'}    | ${'three in service beside a stacked etcd'}
  ${oneRefuses}                                                        | ${stackedConfig}  | ${fresh(hosts)}                   | ${'warn'}    | ${'two of three: a dead one is missed at once, though its Lease is still young'}
  ${twoRefuse}                                                         | ${stackedConfig}  | ${fresh(hosts)}                   | ${'fail'}    | ${'one alone is one failure from an outage'}
  ${oneRefuses}                                                        | ${externalConfig} | ${fresh(hosts)}                   | ${'pass'}    | ${'two suffice where etcd is elsewhere'}
  ${twoRefuse}                                                         | ${externalConfig} | ${fresh(hosts)}                   | ${'fail'}    | ${'one is too few anywhere'}
  ${oneForbids}                                                        | ${stackedConfig}  | ${fresh([])}                      | ${'unknown'} | ${'one that only refuses to say so may make it three'}
  ${oneForbids}                                                        | ${stackedConfig}  | ${fresh(hosts)}                   | ${'pass'}    | ${'one that refuses to say so but renews its Lease serves'}
  ${oneSilent}                                                         | ${stackedConfig}  | ${aged([5, 5, 60])}               | ${'warn'}    | ${'silent, and its Lease has not been renewed'}
  ${oneSilent}                                                         | ${stackedConfig}  | ${fresh(['cp1', 'cp2'])}          | ${'warn'}    | ${'silent, and its Lease is gone while those of the others are found'}
  ${oneSilent}                                                         | ${stackedConfig}  | ${fresh(['cp1', 'cp2', 'other'])} | ${'unknown'} | ${'silent, and a Lease under an unknown name may be its own'}
  ${oneSilent}                                                         | ${stackedConfig}  | ${notKnown('forbidden')}          | ${'unknown'} | ${'silent without a witness'}
  ${oneSilent}                                                         | ${stackedConfig}  | ${aged([5, 5, -60])}              | ${'unknown'} | ${'silent, and the clock of its Lease is ahead'}
  ${oneSlips}                                                          | ${stackedConfig}  | ${fresh(hosts)}                   | ${'pass'}    | ${'one lost look is a hiccup here as well'}
  ${twoSlip}                                                           | ${stackedConfig}  | ${fresh(hosts)}                   | ${'fail'}    | ${'no hiccup is forgiven while fewer than two are ready'}
  ${[apiServerOn('cp1'), secondAddress]}                               | ${externalConfig} | ${fresh(['cp1'])}                 | ${'fail'}    | ${'two addresses of one server are one'}
  ${[apiServerOn('cp1'), secondAddress]}                               | ${externalConfig} | ${fresh(['cp1', 'cp2'])}          | ${'pass'}    | ${'two addresses of two servers are two'}
  ${[apiServerOn('cp1'), secondAddress]}                               | ${externalConfig} | ${notKnown()}                     | ${'unknown'} | ${'two addresses of nobody knows how many servers'}
  ${[secondAddress]}                                                   | ${stackedConfig}  | ${notKnown('forbidden')}          | ${'unknown'} | ${'one address may be a load balancer'}
  ${[secondAddress]}                                                   | ${stackedConfig}  | ${fresh(['cp1'])}                 | ${'fail'}    | ${'one address, and one Lease says that it is one'}
  ${[apiServerOn('cp1')]}                                              | ${stackedConfig}  | ${notKnown('forbidden')}          | ${'fail'}    | ${'the address of a node is no load balancer'}
  ${[apiServerOn('cp1'), apiServerOn('cp2', { readyz: erring(500) })]} | ${stackedConfig}  | ${fresh(hosts)}                   | ${'warn'}    | ${'by Leases, but one of them answers 500'}
`('$status: $rule', ({ apiServers, kubeadmConfig, leases, status }) => {
  expect(judged({ apiServers, kubeadmConfig, leases }).status).toBe(status);
});

it.each`
  ages            | status    | rule
  ${[5, 29, 10]}  | ${'pass'} | ${'three renewed within 30 s'}
  ${[5, 30, 10]}  | ${'warn'} | ${'one not renewed for 30 s is dead, though it is valid for 3600 s'}
  ${[5, 31, 900]} | ${'fail'} | ${'two dead ones stay listed and do not count'}
`('by Leases alone, $status: $rule', ({ ages, status }) => {
  const leases = leasesOf(
    ages.map((age: number, i: number) => identityLease(hosts[i], age)),
  );
  const result = judged({ leases, kubeadmConfig: stackedConfig });
  expect(result.status).toBe(status);
});

it.each`
  nodes                                   | down       | rule
  ${notKnown('forbidden')}                | ${['cp2']} | ${'the Lease stands for an hour'}
  ${hosts.map(host => nodeOf(host))}      | ${['cp2']} | ${'its node is there'}
  ${[nodeOf(hosts[0]), nodeOf(hosts[2])]} | ${[]}      | ${'its node is gone: it was taken away'}
`(
  'names the API server that is missing, by Leases alone: $rule',
  ({ nodes, down }) => {
    const result = judged({
      leases: aged([5, 300, 10]),
      nodes,
      kubeadmConfig: stackedConfig,
    });
    expect(result).toMatchObject({ status: 'warn', subjects: down });
    expect(result.observed.params).toMatchObject({ serving: 2, down });
  },
);

it('counts one server for two Leases of one host', () => {
  const renamed = { ...identityLease('cp1', 20), name: 'apiserver-of-before' };
  const leases = leasesOf([
    renamed,
    ...hosts.slice(0, 2).map(host => identityLease(host, 5)),
  ]);
  const result = judged({ leases, kubeadmConfig: stackedConfig });
  expect(say(result.observed)).toContain('2 API servers');
});

it('trusts the Leases where the endpoints hide the servers behind one address', () => {
  const result = judged({
    apiServers: [apiServerOn('vip', { nodeName: undefined })],
    endpointSlices: [kubernetesEndpoints(['192.0.2.100'])],
    leases: fresh(hosts),
    kubeadmConfig: stackedConfig,
  });
  expect(result.status).toBe('pass');
  expect(say(result.observed)).toBe(
    '3 API servers in service, counted by their identity Leases',
  );
});

it.each`
  addresses                                  | status       | rule
  ${['192.0.2.1', '192.0.2.2', '192.0.2.3']} | ${'pass'}    | ${'three addresses'}
  ${['192.0.2.1', '192.0.2.2']}              | ${'warn'}    | ${'two addresses'}
  ${['192.0.2.1']}                           | ${'unknown'} | ${'one address may be a load balancer before any number'}
`('by endpoints alone, $status: $rule', ({ addresses, status }) => {
  const result = judged({
    endpointSlices: [kubernetesEndpoints(addresses)],
    kubeadmConfig: stackedConfig,
  });
  expect(result.status).toBe(status);
});

it.each`
  pods                            | status       | rule
  ${[mirrorPodOf('etcd', 'cp1')]} | ${'warn'}    | ${'static pods of etcd: stacked'}
  ${[]}                           | ${'unknown'} | ${'not told: two are enough or too few'}
`('without a kubeadm configuration, $status: $rule', ({ pods, status }) => {
  expect(judged({ apiServers: oneRefuses, pods }).status).toBe(status);
});

it('leaves the load-balanced path out, which is no server', () => {
  const apiPath = {
    url: 'https://192.0.2.100:6443',
    attempts: [],
    certificates: notKnown(),
    consecutiveFailures: 0,
  };
  const path = apiServerOn('vip', {
    address: '192.0.2.100:6443',
    nodeName: undefined,
  });
  const apiServers = [apiServerOn('cp1'), path];
  const kubeadmConfig = externalConfig;
  expect(judged({ apiServers, apiPath, kubeadmConfig }).status).toBe('fail');
});

it.each`
  peerUrls                             | status       | rule
  ${'https://203.0.113.7:2380'}        | ${'pass'}    | ${'an address that is no node'}
  ${'https://etcd-1.example.org:2380'} | ${'unknown'} | ${'a name may lead to a node'}
  ${'https://192.0.2.1:2380'}          | ${'warn'}    | ${'the address of a node'}
`(
  'two servers and etcd at $peerUrls, $status: $rule',
  ({ peerUrls, status }) => {
    const given = {
      apiServers: [apiServerOn('cp1'), apiServerOn('cp2')],
      nodes: [nodeOf('cp1', { internalIPs: ['192.0.2.1'] })],
      etcd: etcdOf([
        voter('m1', { peerUrls: [peerUrls], nodeName: undefined }),
      ]),
    };
    expect(judged(given).status).toBe(status);
  },
);

it('is unknown with the reason when nothing could be read', () => {
  expect(judged({ apiServers: notKnown('forbidden') })).toMatchObject({
    status: 'unknown',
    reason: 'forbidden',
  });
});

it.each`
  given                                                       | status              | rule
  ${{ apiServers: absent() }}                                 | ${'not-applicable'} | ${'nothing of it is shown'}
  ${{ endpointSlices: [kubernetesEndpoints(['192.0.2.1'])] }} | ${'not-applicable'} | ${'one address is the load balancer of the provider'}
  ${{ leases: fresh(['a', 'b']) }}                            | ${'pass'}           | ${'two Leases of a provider suffice'}
  ${{ leases: fresh(['a']) }}                                 | ${'fail'}           | ${'a zonal control plane is one server'}
`('run by a provider, $status: $rule', ({ given, status }) => {
  expect(judged(given, { platform: 'gke' }).status).toBe(status);
});

it('names what is down and how to fix it', () => {
  const result = judged({
    apiServers: oneRefuses,
    kubeadmConfig: stackedConfig,
  });
  expect(result.subjects).toEqual(['cp3']);
  expect(say(result.observed)).toContain('not in service: cp3');
  expect(say(result.fix!)).toMatch(
    /^the host of cp3 \(cp3.test:6443\) answers and refuses/,
  );
});

it('counts one machine once, whose identity Lease gives its host without the domain', () => {
  const node = (n: number) => `ip-10-0-0-1${n}.eu-west-1.compute.internal`;
  // The nodeless address is a second one of the first server: the fresh Lease
  // of the one that refuses is no Lease of another.
  const apiServers = [
    apiServerOn(node(1)),
    apiServerOn(node(2), { readyz: silent('refused') }),
    secondAddress,
  ];
  const result = judged({
    apiServers,
    kubeadmConfig: externalConfig,
    leases: fresh(['ip-10-0-0-11', 'ip-10-0-0-12']),
  });
  expect(result.status).toBe('fail');
});
