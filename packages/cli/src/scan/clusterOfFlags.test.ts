/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClusterFlags, clusterOfFlags } from './clusterOfFlags';
import { machineFiles } from './kubeconfigRules';

const folder = mkdtempSync(join(tmpdir(), 'kubernetes-ha-cli-'));
const kubeconfig = join(folder, 'config');
writeFileSync(kubeconfig, 'apiVersion: v1\n');
afterAll(() => rmSync(folder, { recursive: true }));

function clusterOf(
  flags: Partial<ClusterFlags>,
  environment: NodeJS.ProcessEnv = {},
) {
  return clusterOfFlags(
    { kubeconfig, tier: 'production', ...flags },
    environment,
    machineFiles(),
  ).config;
}

it('is the cluster that the portal would be given, with its defaults', () => {
  expect(clusterOf({})).toEqual({
    name: 'cluster',
    title: kubeconfig,
    tier: 'production',
    platform: 'auto',
    connection: { type: 'kubeconfig', kubeconfig, execEnvironment: [] },
    apiServer: { instances: [] },
    intervals: { controlPlaneSeconds: 30, inventorySeconds: 120 },
  });
});

it('takes name, tier, context, etcd members and HAProxy instances from options', () => {
  expect(
    clusterOf({
      name: 'pay-eu-1',
      tier: 'staging',
      context: 'admin',
      etcdEndpoint: ['https://192.0.2.1:2379', 'https://192.0.2.2:2379'],
      haproxy: [{ name: 'lb-a', url: 'http://192.0.2.5:8404/stats' }],
    }),
  ).toMatchObject({
    name: 'pay-eu-1',
    tier: 'staging',
    connection: { context: 'admin' },
    etcd: { endpoints: ['https://192.0.2.1:2379', 'https://192.0.2.2:2379'] },
    loadBalancer: {
      kind: 'haproxy',
      haproxy: [{ name: 'lb-a', statsUrl: 'http://192.0.2.5:8404/stats' }],
    },
  });
});

it('is shown by its context, or by its file, where it has no name', () => {
  expect(clusterOf({ context: 'admin@pay' }).title).toBe('admin@pay');
  expect(clusterOf({}).title).toBe(kubeconfig);
  expect(clusterOf({ name: 'pay-eu-1' }).title).toBeUndefined();
});

it('takes credentials of HAProxy from the environment alone', () => {
  const { loadBalancer } = clusterOf(
    { haproxy: [{ name: 'lb-a', url: 'http://192.0.2.5:8404/stats' }] },
    {
      KUBERNETES_HA_HAPROXY_USERNAME: 'reader',
      KUBERNETES_HA_HAPROXY_PASSWORD: 'secret',
    },
  );
  expect(loadBalancer?.haproxy[0]).toMatchObject({
    username: 'reader',
    password: 'secret',
  });
});

it.each`
  flags                                                                            | says                                    | rule
  ${{ etcdCa: 'ca.crt' }}                                                          | ${/--etcd-endpoint https/}              | ${'etcd files without an address'}
  ${{ etcdEndpoint: ['192.0.2.1:2379'] }}                                          | ${/--etcd-endpoint: found/}             | ${'an address without a scheme'}
  ${{ etcdEndpoint: ['https://192.0.2.1:2379'], etcdCa: '/none' }}                 | ${/--etcd-ca: found "\/none"/}          | ${'a CA that does not exist'}
  ${{ etcdEndpoint: ['https://192.0.2.1:2379'], etcdCert: kubeconfig }}            | ${/--etcd-key: found nothing/}          | ${'a certificate without its key'}
  ${{ name: 'Not A Name' }}                                                        | ${/--name: found "Not A Name"/}         | ${'a name that cannot stand in a URL'}
  ${{ kubeconfig: '/none/config' }}                                                | ${/--kubeconfig: found/}                | ${'a kubeconfig that does not exist'}
  ${{ haproxy: [{ name: 'a', url: 'http://x' }, { name: 'a', url: 'http://y' }] }} | ${/--haproxy: found "a" a second time/} | ${'two instances of one name'}
`('names the option of what cannot be used: $rule', ({ flags, says }) => {
  expect(() => clusterOf(flags)).toThrow(says);
  expect(() => clusterOf(flags)).not.toThrow(/kubernetesHa\.clusters/);
});
