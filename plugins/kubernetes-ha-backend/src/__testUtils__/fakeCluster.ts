/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { createBackendModule } from '@backstage/backend-plugin-api';
import type {
  EtcdInfo,
  SectionName,
  Sections,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import {
  AnySignalSource,
  ClusterConnection,
  ConnectionError,
  kubernetesHaConnectionsExtensionPoint,
  kubernetesHaSignalSourcesExtensionPoint,
  SourceContext,
} from 'backstage-plugin-kubernetes-ha-node';

/** What a fake cluster is made to do, by cluster name; changed by a test while it runs. */
export interface FakeBehaviour {
  /** UID of kube-system that its API answers; refused connections without one. */
  uid?: string;
  /** Its API takes requests and never ends them, whatever the caller's signal says. */
  hangs?: boolean;
  /** Called for each look at its etcd. */
  etcd: (context: SourceContext) => Promise<Signal<EtcdInfo>>;
}

/**
 * A module with the connection type `fake` and an etcd source that answers
 * what a test says: for what a real cluster cannot be made to do at will
 * (hanging, throwing, changing identity). Sources against real servers are
 * tested in the lab.
 */
export function fakeClusterModule(
  behaviourOf: (cluster: string) => FakeBehaviour,
) {
  return createBackendModule({
    pluginId: 'kubernetes-ha',
    moduleId: 'fake-cluster',
    register(env) {
      env.registerInit({
        deps: {
          connections: kubernetesHaConnectionsExtensionPoint,
          sources: kubernetesHaSignalSourcesExtensionPoint,
        },
        async init({ connections, sources }) {
          connections.addConnectionType({
            type: 'fake',
            kind: 'kubeconfig',
            create: async ({ cluster }) =>
              fakeConnection(() => behaviourOf(cluster.name)),
          });
          sources.addSignalSource({
            id: 'fake',
            create: cluster => fakeSource(() => behaviourOf(cluster.name)),
          });
        },
      });
    },
  });
}

function fakeConnection(behaviour: () => FakeBehaviour): ClusterConnection {
  return {
    kind: 'kubeconfig',
    api: {
      url: 'https://fake.invalid:6443',
      async request({ path }) {
        const { uid, hangs } = behaviour();
        if (hangs) return new Promise(() => {});
        if (!uid) throw new ConnectionError('refused', 'connection refused');
        const known = path === '/api/v1/namespaces/kube-system';
        return {
          status: known ? 200 : 404,
          headers: {},
          body: Buffer.from(JSON.stringify({ metadata: { uid } })),
          latencyMs: 1,
        };
      },
    },
    close: async () => {},
  };
}

const provided: readonly SectionName[] = ['etcd'];

function fakeSource(behaviour: () => FakeBehaviour): AnySignalSource {
  return {
    id: 'fake',
    group: 'control-plane',
    provides: provided,
    deadlineMs: 1_000,
    async observe(context): Promise<Partial<Sections>> {
      return { etcd: await behaviour().etcd(context) };
    },
  };
}
