/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { LeaseInfo } from 'backstage-plugin-kubernetes-ha-common';
import { answeringConnection } from '../../__testUtils__/answeringConnection';
import { sourceContext } from '../../__testUtils__/sourceContext';
import { createApiServerSource } from './apiServerSource';
import { INSTANCES } from './bounds';
import { discoverInstances } from './discoverInstances';
import { probeHealth } from './healthProbe';

const addresses = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`,
  );

/** The API servers as a cluster names them, and whoever was dialled. */
async function observe(hosts: readonly string[]) {
  const dialled = new Set<string>();
  const connection = {
    ...answeringConnection(({ path }) =>
      path.startsWith('/apis/discovery.k8s.io')
        ? {
            body: JSON.stringify({
              items: [
                { endpoints: [{ addresses: hosts }], ports: [{ port: 6443 }] },
              ],
            }),
          }
        : { status: 404 },
    ),
    instance(address: string) {
      dialled.add(address);
      return answeringConnection(() => ({ status: 503 })).api;
    },
  };
  const { apiServers } = await createApiServerSource({
    apiServer: { instances: [] },
  }).observe(sourceContext({ connection }));
  return { apiServers, dialled };
}

describe('what the API server source accepts', () => {
  it('dials as many instances as the bound', async () => {
    const { apiServers, dialled } = await observe(addresses(INSTANCES));
    expect(apiServers).toMatchObject({ state: 'observed' });
    expect(dialled.size).toBe(INSTANCES);
  });

  it('dials none of more, and says how many were named', async () => {
    const { apiServers, dialled } = await observe(addresses(INSTANCES + 1));
    expect(apiServers).toMatchObject({
      state: 'unknown',
      reason: 'too-many',
      detail: expect.stringMatching(
        /^65 addresses of API servers .* the bound is 64\. Delete/,
      ),
    });
    expect(dialled.size).toBe(0);
  });

  it('reads no EndpointSlice of 60,000 addresses', async () => {
    const { apiServers, dialled } = await observe(addresses(60_000));
    expect(apiServers).toMatchObject({ state: 'unknown', reason: 'too-large' });
    expect(dialled.size).toBe(0);
  });

  it('finds each of 20,000 identity Leases among the nodes, once', () => {
    let reads = 0;
    const counted = (name: string, address: string) => ({
      get name() {
        reads += 1;
        return name;
      },
      internalIPs: [address],
    });
    const names = addresses(20_000);
    const seen = <T>(value: T) =>
      ({
        state: 'observed',
        value,
        source: '',
        via: '',
        observedAt: '',
        intervalSeconds: 30,
      } as const);
    const leases: LeaseInfo[] = names.map(host => ({
      namespace: 'kube-system',
      name: host,
      labels: {
        'apiserver.kubernetes.io/identity': 'kube-apiserver',
        'kubernetes.io/hostname': host,
      },
    }));
    const found = discoverInstances({
      configured: [],
      nowMs: 0,
      previous: {
        leases: seen({ serverTime: '', leases }),
        nodes: seen(names.map(name => counted(name, name))) as never,
      },
    });
    expect(found).toHaveLength(20_000);
    expect(reads / names.length).toBeLessThan(10);
  });

  it('keeps no health page of thousands of checks', async () => {
    const { api } = answeringConnection(() => ({
      body: '[+]a ok\n'.repeat(5_000),
    }));
    const { probe, checks } = await probeHealth(
      sourceContext({}),
      api,
      '/readyz?verbose',
      undefined,
    );
    expect(checks).toEqual([]);
    expect(probe).toMatchObject({
      ok: false,
      status: 200,
      reason: 'too-many',
      detail:
        'HTTP 200, with a page of 5000 checks; the bound is 500. Check that this address is a kube-apiserver',
    });
  });
});
