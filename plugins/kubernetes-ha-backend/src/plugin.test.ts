/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { observedEtcd } from 'backstage-plugin-kubernetes-ha-collector/src/__testUtils__/observedEtcd';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Scorecard } from 'backstage-plugin-kubernetes-ha-common';
import request from 'supertest';
import { kubernetesHaClusterConditions } from '.';
import { fakeClusterConfig, startReplica } from './__testUtils__/backends';
import { testDatabases } from './__testUtils__/databases';
import { FakeBehaviour } from './__testUtils__/fakeCluster';

const databases = testDatabases();
const base = '/api/kubernetes-ha/v1';
const healthy: FakeBehaviour = {
  uid: 'u1',
  etcd: async context => observedEtcd(context, { voters: 3, healthy: 3 }),
};
const etcdQuorum = (scorecard: Scorecard) =>
  scorecard.results.find(r => r.checkId === 'etcd-quorum-fault-tolerance');

describe('the plugin', () => {
  it('marks a broken or slow cluster, says why, and lets the others be', async () => {
    const behaviour: Record<string, FakeBehaviour> = {
      healthy,
      slow: { uid: 'u2', etcd: () => new Promise(() => {}) },
      broken: {
        uid: 'u3',
        etcd: async () => {
          throw new Error('a bug in a source');
        },
      },
      unreachable: {
        etcd: async context => ({
          state: 'unknown',
          reason: 'refused',
          detail: 'connect ECONNREFUSED 192.0.2.1:2379',
          source: 'fake',
          via: 'fake',
          observedAt: context.now().toISOString(),
        }),
      },
    };
    const { server } = await startReplica({
      kubernetesHa: {
        clusters: Object.keys(behaviour).map(name => fakeClusterConfig(name)),
      },
      behaviour: name => behaviour[name],
    });
    const status = async (name: string) =>
      etcdQuorum(
        (await request(server).get(`${base}/clusters/${name}/scorecard`)).body,
      );

    expect(await status('healthy')).toMatchObject({ status: 'pass' });
    expect(await status('slow')).toMatchObject({
      status: 'unknown',
      reason: 'timeout',
    });
    expect(await status('broken')).toMatchObject({
      status: 'unknown',
      reason: 'invalid-response',
    });
    expect(await status('unreachable')).toMatchObject({
      status: 'unknown',
      reason: 'refused',
    });

    const { body } = await request(server).get(`${base}/clusters/unreachable`);
    expect(body.observation).toMatchObject({
      state: 'unreachable',
      problems: expect.arrayContaining([
        {
          source: 'fake',
          sections: ['etcd'],
          reason: 'refused',
          detail: 'connect ECONNREFUSED 192.0.2.1:2379',
        },
      ]),
    });
  });

  it.each([
    [
      'an unknown key',
      { clusters: [], policies: {} },
      /kubernetesHa\.policies: found an unknown key/,
    ],
    [
      'a missing file',
      {
        clusters: [
          {
            name: 'a',
            connection: { type: 'kubeconfig', kubeconfig: 'no/such/file' },
          },
        ],
      },
      /kubernetesHa\.clusters\[0\]\.connection\.kubeconfig: .* does not exist/,
    ],
    [
      'a cluster named twice',
      { clusters: [fakeClusterConfig('a'), fakeClusterConfig('a')] },
      /kubernetesHa\.clusters\[1\]\.name: found "a"/,
    ],
  ])('does not start with %s', async (_rule, kubernetesHa, says) => {
    await expect(
      startReplica({ kubernetesHa, behaviour: () => healthy }),
    ).rejects.toThrow(says);
  });

  it('shows to each reader the clusters of the policy, and hides that others exist', async () => {
    const { isOwner, hasTier } = kubernetesHaClusterConditions;
    const permissions = mockServices.permissions.mock({
      authorizeConditional: async () => [
        {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'kubernetes-ha',
          resourceType: 'kubernetes-ha-cluster',
          conditions: {
            anyOf: [
              isOwner({ claims: ['group:default/money'] }),
              hasTier({ tiers: ['development'] }),
            ],
          },
        },
      ],
    });
    const { server } = await startReplica({
      kubernetesHa: {
        clusters: [
          fakeClusterConfig('mine', { owner: 'group:default/Money' }),
          fakeClusterConfig('dev', { tier: 'development' }),
          fakeClusterConfig('theirs'),
        ],
      },
      behaviour: () => healthy,
      features: [permissions.factory],
    });
    const list = await request(server).get(`${base}/clusters?order=name`);
    expect(list.body.items.map((c: { name: string }) => c.name)).toEqual([
      'dev',
      'mine',
    ]);
    expect(list.body.totalItems).toBe(2);
    const fleet = await request(server).get(`${base}/fleet`);
    expect(fleet.body.clusters).toBe(2);
    for (const path of ['', '/scorecard', '/snapshot', '/findings']) {
      const mine = await request(server).get(`${base}/clusters/mine${path}`);
      expect(mine.status).toBe(200);
      const theirs = await request(server).get(
        `${base}/clusters/theirs${path}`,
      );
      const nobodys = await request(server).get(
        `${base}/clusters/nobodys${path}`,
      );
      expect([theirs.status, nobodys.status]).toEqual([404, 404]);
      expect(theirs.body.error.message.replace('theirs', 'nobodys')).toBe(
        nobodys.body.error.message,
      );
    }
  });

  it('does not show what is stored of a cluster that was removed, and shows it again when it is back', async () => {
    const knex = await databases.init('SQLITE_3');
    const start = (...names: string[]) =>
      startReplica({
        kubernetesHa: { clusters: names.map(name => fakeClusterConfig(name)) },
        behaviour: () => healthy,
        knex,
      });
    const statuses = async ({ server }: Awaited<ReturnType<typeof start>>) =>
      Promise.all(
        ['', '/scorecard', '/snapshot', '/findings', '/history'].map(
          async path =>
            (await request(server).get(`${base}/clusters/two${path}`)).status,
        ),
      );
    const both = await start('one', 'two');
    expect(await statuses(both)).toEqual(Array(5).fill(200));
    await both.stop();
    const without = await start('one');
    expect(await statuses(without)).toEqual(Array(5).fill(404));
    await without.stop();
    expect(await statuses(await start('one', 'two'))).toEqual(
      Array(5).fill(200),
    );
  });

  it('answers nobody without credentials', async () => {
    const { server } = await startReplica({
      kubernetesHa: { clusters: [fakeClusterConfig('one')] },
      behaviour: () => healthy,
      features: [
        mockServices.httpAuth.factory({
          defaultCredentials: mockCredentials.none(),
        }),
      ],
    });
    for (const path of ['/fleet', '/clusters', '/clusters/one', '/checks']) {
      const answer = await request(server).get(`${base}${path}`);
      expect(answer.status).toBe(401);
    }
  });
});
