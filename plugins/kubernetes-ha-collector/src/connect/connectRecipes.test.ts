/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  checks,
  connectStepIds,
  NodeInfo,
  ObservedSignal,
  platforms,
  SomeSections,
} from 'backstage-plugin-kubernetes-ha-common';
import { parse } from 'yaml';
import { issueFor } from '../__testUtils__/issueFor';
import { TestCa } from '../__testUtils__/testPki';
import { readConfig } from '../config/readConfig';
import { connectRecipes } from './connectRecipes';

function observed<T>(value: T): ObservedSignal<T> {
  return {
    state: 'observed',
    source: 'test',
    via: 'test',
    observedAt: '2026-11-23T12:00:00.000Z',
    intervalSeconds: 30,
    value,
  };
}

function nodeOf(name: string, parts: Partial<NodeInfo>): NodeInfo {
  return {
    name,
    labels: {},
    controlPlane: false,
    internalIPs: [],
    unschedulable: false,
    taints: [],
    conditions: [{ type: 'Ready', status: 'True' }],
    allocatable: { cpuMillis: 4000, memoryBytes: 1024 ** 3, pods: 110 },
    kubeletVersion: 'v1.37.2',
    kernelVersion: '6.12.0',
    osImage: 'Linux',
    operatingSystem: 'linux',
    containerRuntime: 'containerd://2.1.0',
    ...parts,
  };
}

const files = createMockDirectory();
const folder = '/etc/kubernetes-ha/pay-eu-1';

beforeAll(async () => {
  const ca = await TestCa.create('etcd CA');
  const client = await issueFor(ca, 'client');
  files.setContent({
    kubeconfig: 'apiVersion: v1\nkind: Config\n',
    token: 'secret-token',
    'etcd-ca.crt': ca.pem,
    'etcd-client.crt': client.cert,
    'etcd-client.key': client.key,
  });
});

const read = (kubernetesHa: unknown) =>
  readConfig(kubernetesHa, { checks, customConnectionTypes: ['teleport'] });

/** As the adopter does: the files at the places that the recipe names. */
const filled = (yaml: string) =>
  parse(yaml.replaceAll(folder, files.path)).kubernetesHa;

const cluster = (connection: object, parts: object = {}) =>
  read({
    clusters: [
      {
        name: 'pay-eu-1',
        title: 'Payments: EU #1',
        owner: 'group:default/platform',
        tier: 'staging',
        connection,
        intervals: { controlPlaneSeconds: 10 },
        ...parts,
      },
    ],
  }).clusters[0];

const sections: SomeSections = {
  nodes: observed([
    nodeOf('cp-a', { controlPlane: true, internalIPs: ['10.0.0.11'] }),
    nodeOf('cp-b', { controlPlane: true, internalIPs: ['fd00::12'] }),
    nodeOf('w-1', { controlPlane: false, zone: undefined }),
  ]),
};

const configs = {
  kubeconfig: () =>
    cluster({ type: 'kubeconfig', kubeconfig: files.resolve('kubeconfig') }),
  'serviceAccount with a token': () =>
    cluster({
      type: 'serviceAccount',
      url: 'https://10.0.0.1:6443',
      token: 'secret-token',
      caFile: files.resolve('etcd-ca.crt'),
    }),
  kubernetesPlugin: () => cluster({ type: 'kubernetesPlugin', cluster: 'pay' }),
  'with everything': () =>
    cluster(
      { type: 'kubeconfig', kubeconfig: files.resolve('kubeconfig') },
      {
        apiServer: {
          endpoint: 'https://api.pay.example:6443',
          instances: ['[fd00::1]:6443'],
        },
        etcd: {
          endpoints: ['https://10.0.0.11:2379'],
          zones: { 'm-1': 'zone-a' },
          hashHours: { from: 1, to: 5 },
        },
        loadBalancer: {
          haproxy: [
            {
              name: 'lb-a',
              statsUrl: 'https://10.0.0.5:8404/haproxy?stats',
              username: 'reader',
              password: 'secret-token',
            },
          ],
        },
        acceptIdentity: 'u-1',
      },
    ),
};

describe.each(Object.entries(configs))('%s', (_, config) => {
  it.each(
    connectStepIds.flatMap(step =>
      platforms.map(platform => ({ step, platform })),
    ),
  )(
    'the YAML of $step on $platform is accepted as it is, and changes nothing else',
    ({ step, platform }) => {
      const before = config();
      const recipes = connectRecipes(step, {
        config: before,
        cluster: { platform },
        sections,
      });
      for (const { yaml } of recipes) {
        if (!yaml) continue;
        const [after] = read(filled(yaml)).clusters;
        const changed = { connection: 0, etcd: 0, loadBalancer: 0 };
        expect({ ...after, ...changed }).toEqual({ ...before, ...changed });
        expect(yaml).not.toContain('secret-token');
      }
    },
  );
});

const etcdOf = (
  parts: SomeSections,
  platform: (typeof platforms)[number] = 'self-managed',
) =>
  connectRecipes('etcd', {
    config: configs.kubeconfig(),
    cluster: { platform },
    sections: parts,
  });

it('asks etcd where the control plane is, under its addresses', () => {
  const [{ yaml = '' }] = etcdOf(sections);
  expect(filled(yaml).clusters[0].etcd).toEqual({
    endpoints: ['https://10.0.0.11:2379', 'https://[fd00::12]:2379'],
    caFile: files.resolve('etcd-ca.crt'),
    certFile: files.resolve('etcd-client.crt'),
    keyFile: files.resolve('etcd-client.key'),
  });
});

it('takes nodes with the role etcd before those of the control plane', () => {
  const etcd = nodeOf('e-1', {
    controlPlane: false,
    internalIPs: ['10.0.0.21'],
    labels: { 'node-role.kubernetes.io/etcd': 'true' },
  });
  const nodes = observed([nodeOf('cp-a', { controlPlane: true }), etcd]);
  expect(
    filled(etcdOf({ nodes })[0].yaml ?? '').clusters[0].etcd.endpoints,
  ).toEqual(['https://10.0.0.21:2379']);
});

it.each([
  [
    'v1.37.2',
    'self-managed',
    'kubeadm',
    '/etc/kubernetes/pki/etcd/healthcheck-client.key',
  ],
  [
    'v1.33.5+k3s1',
    'self-managed',
    'k3s',
    '/var/lib/rancher/k3s/server/tls/etcd/client.key',
  ],
  [
    'v1.33.5+rke2r1',
    'self-managed',
    'rke2',
    '/var/lib/rancher/rke2/server/tls/etcd/client.key',
  ],
  [
    'v1.33.5',
    'openshift',
    'openshift',
    'oc -n openshift-kube-apiserver extract secret/etcd-client --keys=tls.key',
  ],
] as const)(
  '%s on %s: the certificates of %s come first',
  (gitVersion, platform, id, command) => {
    const [first, ...others] = etcdOf(
      { ...sections, version: observed({ gitVersion }) },
      platform,
    );
    expect(first.id).toBe(id);
    expect(first.commands.join('\n')).toContain(command);
    expect(others.map(each => each.id)).not.toContain(id);
  },
);

it("puts the reader's credential alone into the kubeconfig", () => {
  const [{ commands }] = connectRecipes('api', {
    config: configs.kubernetesPlugin(),
    cluster: { platform: 'self-managed' },
    sections,
  });
  const views = commands.filter(command => command.includes('config view'));
  expect(views).toHaveLength(2);
  for (const view of views) {
    expect(view).toMatch(/-o jsonpath='\{\.clusters\[0\]\.cluster\.[a-z-]+\}'/);
  }
});

it("a provider's etcd is declared first", () => {
  expect(etcdOf(sections, 'eks')[0].id).toBe('managed');
});

it('what a hostile node reports of itself gets into no command', () => {
  const nodes = observed([
    nodeOf('$(reboot)', {
      controlPlane: true,
      zone: undefined,
      internalIPs: ['10.0.0.1; reboot'],
    }),
  ]);
  const context = {
    config: configs.kubeconfig(),
    cluster: { platform: 'self-managed' as const },
    sections: { nodes },
  };
  const all = connectStepIds.flatMap(step => connectRecipes(step, context));
  expect(JSON.stringify(all)).not.toContain('reboot');
});

it('a connection of a module keeps its type; its keys, which may be secret, are not shown', () => {
  const config = cluster({ type: 'teleport', key: 'secret-token' });
  const [{ yaml }] = connectRecipes('etcd', {
    config,
    cluster: { platform: 'self-managed' },
    sections,
  });
  expect(yaml).toContain('type: teleport');
  expect(yaml).not.toContain('secret-token');
});
