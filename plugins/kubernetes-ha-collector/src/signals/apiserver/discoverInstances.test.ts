/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  ApiServerInstance,
  LeaseInfo,
  NodeInfo,
  PodInfo,
  Probe,
  Sections,
} from 'backstage-plugin-kubernetes-ha-common';
import { discoverInstances, REMEMBERED_MS } from './discoverInstances';

const nowMs = Date.parse('2026-11-23T12:00:00.000Z');

function seen<T>(value: T) {
  return {
    state: 'observed' as const,
    source: 'test',
    via: 'test',
    observedAt: new Date(nowMs - 30_000).toISOString(),
    intervalSeconds: 30,
    value,
  };
}

function node(
  name: string,
  ip: string,
  more: Partial<NodeInfo> = {},
): NodeInfo {
  return {
    name,
    labels: {},
    zone: `zone-of-${name}`,
    controlPlane: true,
    internalIPs: [ip],
    hostname: `${name}.example.org`,
    unschedulable: false,
    taints: [],
    conditions: [],
    allocatable: { cpuMillis: 0, memoryBytes: 0, pods: 0 },
    kubeletVersion: '',
    kernelVersion: '',
    osImage: '',
    operatingSystem: '',
    containerRuntime: '',
    ...more,
  };
}

const nodes = [
  node('a', '192.0.2.1'),
  node('b', '192.0.2.2'),
  node('c', '192.0.2.3', { internalIPs: ['192.0.2.3', '2001:db8::3'] }),
];

function identityLease(host: string): LeaseInfo {
  return {
    namespace: 'kube-system',
    name: `apiserver-${host}`,
    // Long stale: the Lease of a dead API server.
    renewTime: '2026-11-23T11:10:00.000Z',
    labels: {
      'apiserver.kubernetes.io/identity': 'kube-apiserver',
      'kubernetes.io/hostname': host,
    },
  };
}

function mirrorPod(nodeName: string, command: string[] = []): PodInfo {
  return {
    namespace: 'kube-system',
    name: `kube-apiserver-${nodeName}`,
    uid: nodeName,
    nodeName,
    phase: 'Running',
    ready: true,
    cpuMillis: 0,
    memoryBytes: 0,
    restartCount: 0,
    mirror: true,
    hostNetwork: true,
    controlPlane: { component: 'kube-apiserver', command },
  };
}

function instance(
  address: string,
  readyz: Partial<Probe> = {},
  nodeName?: string,
): ApiServerInstance {
  const probe: Probe = { ok: true, consecutiveFailures: 0, ...readyz };
  const unseen = {
    state: 'unknown' as const,
    source: 'test',
    via: 'test',
    observedAt: new Date(nowMs).toISOString(),
    reason: 'timeout' as const,
    detail: '',
  };
  return {
    address,
    ...(nodeName && { nodeName }),
    discoveredBy: ['endpoint-slice'],
    readyz: probe,
    livez: probe,
    readyzChecks: [],
    version: unseen,
    certificates: unseen,
    flags: unseen,
    metrics: unseen,
  };
}

function discover(
  previous: Partial<Sections>,
  endpoints?: { hosts: string[]; port?: number },
  configured: string[] = [],
) {
  return discoverInstances({ endpoints, configured, previous, nowMs }).map(
    ({ address, nodeName, discoveredBy }) =>
      `${address} ${nodeName ?? '-'} ${discoveredBy.join('+')}`,
  );
}

describe('discoverInstances', () => {
  it('takes the addresses and the port of the EndpointSlice, with node and zone', () => {
    expect(
      discoverInstances({
        endpoints: { hosts: ['192.0.2.1', '2001:db8::9'], port: 443 },
        configured: [],
        previous: { nodes: seen(nodes) },
        nowMs,
      }),
    ).toEqual([
      { address: '[2001:db8::9]:443', discoveredBy: ['endpoint-slice'] },
      {
        address: '192.0.2.1:443',
        nodeName: 'a',
        zone: 'zone-of-a',
        discoveredBy: ['endpoint-slice'],
      },
    ]);
  });

  it('lists instances as people read addresses, in whatever order they were reported', () => {
    expect(
      discover(
        { nodes: seen([]) },
        { hosts: ['192.0.2.10', '192.0.2.9'], port: 443 },
        ['192.0.2.2'],
      ),
    ).toEqual([
      '192.0.2.2:443 - configured',
      '192.0.2.9:443 - endpoint-slice',
      '192.0.2.10:443 - endpoint-slice',
    ]);
  });

  it('requires an instance that only a stale identity Lease reports', () => {
    expect(
      discover(
        {
          nodes: seen(nodes),
          leases: seen({
            serverTime: '2026-11-23T12:00:00.000Z',
            leases: [
              identityLease('a.example.org'),
              identityLease('b.ec2.internal'),
              identityLease('gone'),
              { namespace: 'kube-system', name: 'kube-scheduler', labels: {} },
            ],
          }),
        },
        { hosts: ['192.0.2.1'], port: 6443 },
      ),
    ).toEqual([
      '192.0.2.1:6443 a endpoint-slice+identity-lease',
      '192.0.2.2:6443 b identity-lease',
    ]);
  });

  it('takes address and port of a mirror pod from its flags, or its node', () => {
    expect(
      discover({
        nodes: seen(nodes),
        pods: seen([
          mirrorPod('a', [
            'kube-apiserver',
            '--advertise-address=192.0.2.1',
            '--secure-port=7443',
          ]),
          mirrorPod('b'),
          { ...mirrorPod('c'), mirror: false },
        ]),
      }),
    ).toEqual(['192.0.2.1:7443 a mirror-pod', '192.0.2.2:6443 b mirror-pod']);
  });

  it('is one instance for a node with two addresses', () => {
    expect(
      discover(
        { nodes: seen(nodes), pods: seen([mirrorPod('c')]) },
        { hosts: ['2001:db8::3'], port: 6443 },
      ),
    ).toEqual(['[2001:db8::3]:6443 c endpoint-slice+mirror-pod']);
  });

  it('is one instance for a node that advertises an address which no node lists', () => {
    expect(
      discover(
        {
          nodes: seen(nodes),
          leases: seen({
            serverTime: '2026-11-23T12:00:00.000Z',
            leases: [identityLease('a')],
          }),
          pods: seen([mirrorPod('a', ['--advertise-address=198.51.100.1'])]),
        },
        { hosts: ['198.51.100.1'], port: 6443 },
      ),
    ).toEqual(['198.51.100.1:6443 a endpoint-slice+identity-lease+mirror-pod']);
  });

  it('does not place an address that several API servers advertise', () => {
    const command = ['--advertise-address=198.51.100.100'];
    expect(
      discover(
        {
          nodes: seen(nodes),
          pods: seen([mirrorPod('a', command), mirrorPod('b', command)]),
        },
        { hosts: ['198.51.100.100'], port: 6443 },
      ),
    ).toEqual(['198.51.100.100:6443 - endpoint-slice+mirror-pod']);
  });

  it('adds what the operator configured', () => {
    expect(discover({}, undefined, ['api-2.example.org:6444'])).toEqual([
      'api-2.example.org:6444 - configured',
    ]);
  });

  it.each([
    ['answers', {}, true],
    ['answers 500 for two days', { ok: false, status: 500, since: 48 }, true],
    ['has been silent for an hour', { ok: false, since: 1 }, true],
    ['has been silent for more than a day', { ok: false, since: 25 }, false],
  ])(
    'remembers an instance that %s: %#',
    (
      _name,
      { since, ...readyz }: Partial<Probe> & { since?: number },
      kept,
    ) => {
      const failingSince =
        since === undefined
          ? undefined
          : new Date(nowMs - since * 3_600_000).toISOString();
      expect(
        discover({
          apiServers: seen([
            instance('192.0.2.1:6443', {
              ...readyz,
              ...(failingSince && { failingSince }),
            }),
          ]),
        }),
      ).toEqual(kept ? ['192.0.2.1:6443 - remembered'] : []);
    },
  );

  it('does not call remembered what something else reports', () => {
    expect(
      discover(
        { apiServers: seen([instance('192.0.2.1:6443')]) },
        { hosts: ['192.0.2.1'], port: 6443 },
      ),
    ).toEqual(['192.0.2.1:6443 - endpoint-slice']);
  });

  it('holds on to the day to the second', () => {
    const silentFor = (ms: number) =>
      discover({
        apiServers: seen([
          instance('192.0.2.1:6443', {
            ok: false,
            failingSince: new Date(nowMs - ms).toISOString(),
          }),
        ]),
      });
    expect(silentFor(REMEMBERED_MS)).toHaveLength(1);
    expect(silentFor(REMEMBERED_MS + 1000)).toHaveLength(0);
  });

  it('forgets an instance whose node is gone, if the nodes were seen', () => {
    const apiServers = seen([
      instance('192.0.2.8:6443', {}, 'gone'),
      instance('192.0.2.1:6443', {}, 'a'),
    ]);
    expect(discover({ nodes: seen(nodes), apiServers })).toEqual([
      '192.0.2.1:6443 a remembered',
    ]);
    expect(discover({ apiServers })).toHaveLength(2);
  });

  it('keeps node and zone while the nodes cannot be read', () => {
    const apiServers = seen([
      { ...instance('192.0.2.1:6443', {}, 'a'), zone: 'zone-1' },
    ]);
    const [first] = discoverInstances({
      endpoints: { hosts: ['192.0.2.1'], port: 6443 },
      configured: [],
      previous: { apiServers },
      nowMs,
    });
    expect(first).toMatchObject({ nodeName: 'a', zone: 'zone-1' });
  });

  it('finds nothing where nothing reports an API server', () => {
    expect(discover({ nodes: seen(nodes) }, { hosts: [] })).toEqual([]);
  });
});

describe('addresses that are of no machine', () => {
  it.each(['localhost', '127.0.0.1', '169.254.169.254', 'api.example.org'])(
    'are not discovered, whoever names %s; the operator may',
    host => {
      const evidence = {
        endpoints: { hosts: [host], port: 6443 },
        configured: [],
        previous: {
          nodes: seen([node('a', host), node('b', '192.0.2.2')]),
          leases: seen({
            serverTime: new Date(nowMs).toISOString(),
            leases: [identityLease('a')],
          }),
          pods: seen([
            mirrorPod('a'),
            mirrorPod('b', [`--advertise-address=${host}`]),
          ]),
          apiServers: seen([instance(`${host}:6443`)]),
        },
        nowMs,
      };
      expect(discoverInstances(evidence)).toEqual([]);
      expect(
        discoverInstances({ ...evidence, configured: [`${host}:6443`] }),
      ).toMatchObject([{ address: `${host}:6443` }]);
    },
  );
});
