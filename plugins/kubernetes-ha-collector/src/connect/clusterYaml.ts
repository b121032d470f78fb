/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { stringify } from 'yaml';
import type { ClusterConfig, ConnectionConfig } from '../config/clusterConfig';

/** What a step adds to a cluster, in place of what is there. */
export type EntryChange = Partial<
  Pick<ClusterConfig, 'connection' | 'apiServer' | 'etcd' | 'loadBalancer'>
>;

/**
 * The configuration of one cluster as people write it, whole and at its place
 * in app-config, with a change. It is accepted as it is: what is in force is
 * taken over, and a secret by the name of an environment variable.
 */
export function clusterYaml(
  config: ClusterConfig,
  change: EntryChange = {},
): string {
  const document = {
    kubernetesHa: { clusters: [entryOf({ ...config, ...change })] },
  };
  // Long lines stay whole: a folded path is hard to read. What is undefined is left out.
  return stringify(document, { lineWidth: 0 });
}

function entryOf(config: ClusterConfig): Record<string, unknown> {
  const { name, title, tier, owner, platform, apiServer } = config;
  return {
    name,
    title,
    tier,
    owner,
    ...(platform !== 'auto' && { platform }),
    connection: connectionOf(config.connection, name),
    ...((apiServer.endpoint || apiServer.instances.length > 0) && {
      apiServer: {
        endpoint: apiServer.endpoint,
        ...(apiServer.instances.length > 0 && {
          instances: apiServer.instances,
        }),
      },
    }),
    etcd: config.etcd,
    ...(config.loadBalancer && {
      loadBalancer: loadBalancerOf(config.loadBalancer, name),
    }),
    intervals: config.intervals,
    acceptIdentity: config.acceptIdentity,
  };
}

function connectionOf(
  connection: ConnectionConfig,
  cluster: string,
): Record<string, unknown> {
  switch (connection.type) {
    case 'serviceAccount':
      return {
        ...connection,
        token: connection.token && environmentVariable(cluster, 'TOKEN'),
      };
    case 'custom':
      // Which of a module's keys are secret is known to the module alone.
      return { type: connection.name };
    default:
      return { ...connection };
  }
}

function loadBalancerOf(
  { kind, haproxy }: NonNullable<ClusterConfig['loadBalancer']>,
  cluster: string,
): Record<string, unknown> {
  if (haproxy.length === 0) return { kind };
  return {
    kind,
    haproxy: haproxy.map(({ password, ...instance }) => ({
      ...instance,
      password:
        password && environmentVariable(cluster, `${instance.name} PASSWORD`),
    })),
  };
}

/** As app-config has it: `${KUBERNETES_HA_PAY_EU_1_TOKEN}`. */
function environmentVariable(cluster: string, what: string): string {
  const name = `KUBERNETES_HA_${cluster}_${what}`
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_');
  return `\${${name}}`;
}
