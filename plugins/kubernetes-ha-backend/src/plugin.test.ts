/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import request from 'supertest';
import kubernetesHaPlugin from '.';
import { fakeClusterModule, observedEtcd } from './testing/fakeCluster';

const config = (clusters: object[]) =>
  mockServices.rootConfig.factory({
    data: { kubernetesHa: { clusters } },
  });

const fake = (name: string) => ({ name, connection: { type: 'fake' } });

describe('the plugin, whole', () => {
  it('collects, judges and serves a cluster', async () => {
    const { server } = await startTestBackend({
      features: [
        kubernetesHaPlugin,
        config([fake('one')]),
        fakeClusterModule(() => ({
          uid: 'u1',
          etcd: async context =>
            observedEtcd(context, { voters: 3, healthy: 2 }),
        })),
      ],
    });

    const clusters = await request(server).get(
      '/api/kubernetes-ha/v1/clusters',
    );
    expect(clusters.body).toMatchObject({
      totalItems: 1,
      items: [{ name: 'one', observation: { state: 'live' } }],
    });
    expect(clusters.status).toBe(200);

    const scorecard = await request(server).get(
      '/api/kubernetes-ha/v1/clusters/one/scorecard',
    );
    expect(scorecard.status).toBe(200);
    expect(scorecard.body.results).toContainEqual(
      expect.objectContaining({
        checkId: 'etcd-quorum-fault-tolerance',
        status: 'fail',
      }),
    );
  });
});
