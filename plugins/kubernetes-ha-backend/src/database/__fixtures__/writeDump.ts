/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/* Runs under Jest in a checkout of an older commit: see README.md beside this file. */

import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createBackendModule } from '@backstage/backend-plugin-api';
import type { NodeInfo, PodInfo } from 'backstage-plugin-kubernetes-ha-common';
import { kubernetesHaSignalSourcesExtensionPoint } from 'backstage-plugin-kubernetes-ha-node';
import type { Knex } from 'knex';
import request from 'supertest';
import { fakeClusterConfig, startReplica } from '../../__testUtils__/backends';
import { testDatabases } from '../../__testUtils__/databases';
import { FakeBehaviour, observedEtcd } from '../../__testUtils__/fakeCluster';
import { createStores } from '../createStores';

const databases = testDatabases();
jest.setTimeout(180_000);

const base = '/api/kubernetes-ha/v1';
const tables = [
  'assessment',
  'cluster',
  'collection',
  'finding',
  'history',
  'layer_state',
  'measurement',
  'scorecard',
  'signal',
  'snapshot',
];

/** How many etcd members answer at each collection of the cluster `changing`. */
const healthyMembers = [3, 3, 2, 2, 3, 1];

const pods: PodInfo[] = Array.from({ length: 300 }, (_, i) => ({
  namespace: `team-${i % 3}`,
  name: `web-${i}`,
  nodeName: `node-${i % 30}`,
  phase: 'Running',
  ready: true,
  cpuMillis: 100,
  memoryBytes: 128 * 1024 * 1024,
  restartCount: i % 2,
  mirror: false,
  hostNetwork: false,
}));

const nodes: NodeInfo[] = Array.from({ length: 6 }, (_, i) => ({
  name: `node-${i}`,
  labels: {},
  zone: `zone-${i % 3}`,
  controlPlane: i < 3,
  internalIPs: [`192.0.2.${10 + i}`],
  unschedulable: false,
  taints: [],
  conditions: [{ type: 'Ready', status: 'True' }],
  allocatable: { cpuMillis: 4_000, memoryBytes: 2 ** 33, pods: 110 },
  kubeletVersion: 'v1.33.1',
  kernelVersion: '6.1.0',
  osImage: 'Debian',
  operatingSystem: 'linux',
  containerRuntime: 'containerd://2.0.0',
}));

/** Nodes (for the measurements) and pods, whose section is packed by columns. */
const inventoryModule = createBackendModule({
  pluginId: 'kubernetes-ha',
  moduleId: 'dump-inventory',
  register(env) {
    env.registerInit({
      deps: { sources: kubernetesHaSignalSourcesExtensionPoint },
      async init({ sources }) {
        sources.addSignalSource({
          id: 'dump-inventory',
          create: () => ({
            id: 'dump-inventory',
            group: 'inventory',
            provides: ['nodes', 'pods'],
            deadlineMs: 5_000,
            observe: async ({ now, intervalSeconds }) => {
              const seen = {
                state: 'observed',
                intervalSeconds,
                source: 'dump-inventory',
                via: 'dump',
                observedAt: now().toISOString(),
              } as const;
              return {
                nodes: { ...seen, value: nodes },
                pods: { ...seen, value: pods },
              };
            },
          }),
        });
      },
    });
  },
});

function kubernetesHa(...names: string[]) {
  return {
    intervals: { controlPlaneSeconds: 5, inventorySeconds: 10 },
    clusters: names.map(name =>
      fakeClusterConfig(name, {
        title: `Cluster ${name}`,
        owner: 'group:default/platform',
      }),
    ),
  };
}

/** What the API says of each cluster: a later version has to say the same. */
async function answersOf(server: Parameters<typeof request>[0], name: string) {
  const get = async (path: string) => {
    const { body } = await request(server).get(
      `${base}/clusters/${name}/${path}`,
    );
    return body;
  };
  const snapshots = await get('snapshots');
  return {
    scorecard: await get('scorecard'),
    snapshots,
    snapshotBodies: await Promise.all(
      snapshots.items.map(({ hash }: { hash: string }) =>
        get(`snapshots/${hash}`),
      ),
    ),
    findings: await get('findings?state=all'),
    history: await get('history?resolution=raw'),
    hours: await get('history?resolution=hour'),
    measurements: await get('measurements?resolution=raw'),
    signals: (await get('snapshot')).sections,
  };
}

async function rowsOf(knex: Knex) {
  const rows = await Promise.all(
    tables.map(async table => [table, await knex(table)]),
  );
  return Object.fromEntries(rows);
}

it.each(databases.eachSupportedId())('writes the dump of %s', async id => {
  const knex = await databases.init(id);
  let looks = 0;
  let seen: () => void = () => {};
  const enough = new Promise<void>(done => {
    seen = done;
  });
  const behaviour = (name: string): FakeBehaviour => {
    if (name === 'silent') {
      return {
        etcd: async context => ({
          state: 'unknown',
          reason: 'refused',
          detail: 'connect ECONNREFUSED 192.0.2.1:2379',
          source: 'fake',
          via: 'fake',
          observedAt: context.now().toISOString(),
        }),
      };
    }
    return {
      uid: `uid-of-${name}`,
      etcd: async context => {
        if (name !== 'changing') {
          return observedEtcd(context, { voters: 3, healthy: 3 });
        }
        const healthy =
          healthyMembers[Math.min(looks, healthyMembers.length - 1)];
        looks += 1;
        if (looks > healthyMembers.length) seen();
        return observedEtcd(context, { voters: 3, healthy });
      },
    };
  };
  const start = (...names: string[]) =>
    startReplica({
      kubernetesHa: kubernetesHa(...names),
      knex,
      behaviour,
      realScheduler: true,
      features: [inventoryModule],
    });
  const first = await start('changing', 'removed', 'silent');
  await enough;
  await first.stop();
  // Started again without one of the clusters, as an operator removes it.
  const second = await start('changing', 'silent');
  const stores = createStores(knex);
  await stores.history.retain(new Date(), {
    snapshotDays: 30,
    resolvedFindingDays: 730,
  });
  await stores.measurements.retain(new Date());
  const answers = {
    changing: await answersOf(second.server, 'changing'),
    removed: await answersOf(second.server, 'removed'),
    silent: await answersOf(second.server, 'silent'),
  };
  await second.stop();
  const migrations = await knex('knex_migrations').orderBy('id').select('name');
  const dump = {
    migrations: migrations.map(({ name }) => name),
    rows: await rowsOf(knex),
    answers,
  };
  const text = JSON.stringify(dump, (_, value) =>
    value?.type === 'Buffer'
      ? { base64: Buffer.from(value.data).toString('base64') }
      : value,
  );
  for (const table of tables) {
    expect([table, dump.rows[table]]).not.toEqual([table, []]);
  }
  writeFileSync(
    resolve(process.env.DUMP_FOLDER ?? '.', `${id.toLowerCase()}.json.gz`),
    gzipSync(text, { level: 9 }),
  );
});
