/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { createBackendModule } from '@backstage/backend-plugin-api';
import { observedEtcd } from 'backstage-plugin-kubernetes-ha-collector/src/__testUtils__/observedEtcd';
import {
  AnySignalSource,
  ClusterConnection,
  kubernetesHaConnectionsExtensionPoint,
  kubernetesHaSignalSourcesExtensionPoint,
} from 'backstage-plugin-kubernetes-ha-node';

/** Clusters that answer at once or never, and when each was collected. */
export function countedClusters(isHanging: (name: string) => boolean) {
  const collectedAt = new Map<string, number[]>();
  const source = (name: string): AnySignalSource => ({
    id: 'counted',
    group: 'control-plane',
    provides: ['etcd'],
    deadlineMs: 25_000,
    async observe(context) {
      if (isHanging(name)) return new Promise(() => {});
      const times = collectedAt.get(name) ?? [];
      times.push(performance.now());
      collectedAt.set(name, times);
      return { etcd: observedEtcd(context, { voters: 3, healthy: 3 }) };
    },
  });
  const module = createBackendModule({
    pluginId: 'kubernetes-ha',
    moduleId: 'counted-clusters',
    register(env) {
      env.registerInit({
        deps: {
          connections: kubernetesHaConnectionsExtensionPoint,
          sources: kubernetesHaSignalSourcesExtensionPoint,
        },
        async init({ connections, sources }) {
          connections.addConnectionType({
            type: 'counted',
            kind: 'kubeconfig',
            create: async ({ cluster }) =>
              connectionOf(cluster.name, isHanging(cluster.name)),
          });
          sources.addSignalSource({
            id: 'counted',
            create: ({ name }) => source(name),
          });
        },
      });
    },
  });
  return {
    module,
    /** Collections of a cluster within so many milliseconds of its first. */
    within(name: string, windowMs: number): number {
      const times = collectedAt.get(name) ?? [];
      return times.filter(time => time - times[0] < windowMs).length;
    },
  };
}

function connectionOf(name: string, hangs: boolean): ClusterConnection {
  return {
    kind: 'kubeconfig',
    api: {
      url: `https://${name}.invalid:6443`,
      async request({ path }) {
        if (hangs) return new Promise(() => {});
        const isIdentity = path === '/api/v1/namespaces/kube-system';
        return {
          status: isIdentity ? 200 : 404,
          headers: {},
          body: Buffer.from(JSON.stringify({ metadata: { uid: name } })),
          latencyMs: 1,
        };
      },
    },
    close: async () => {},
  };
}
