/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterConnection,
  ConnectionError,
} from 'backstage-plugin-kubernetes-ha-node';
import type {
  ClusterConfig,
  ConnectionConfig,
} from '../../config/clusterConfig';
import type {
  ConnectionDeps,
  ConnectionFindings,
  ConnectionType,
} from './connectionType';
import { kubeconfig } from './kubeconfig';
import { kubernetesPlugin } from './kubernetesPlugin';
import { serviceAccount } from './serviceAccount';

export type { ConnectionDeps, ConnectionFindings } from './connectionType';

/** The kinds of connection, by `connection.type`. A new kind is its file and one line here. */
const connectionTypes: {
  readonly [T in ConnectionConfig['type']]?: ConnectionType<T>;
} = { kubeconfig, serviceAccount, kubernetesPlugin };

/**
 * Makes the connection that a cluster is configured with. Does not ask the
 * cluster: one that is down has a connection whose requests say so.
 *
 * Errors: ConnectionError `not-configured` for a configuration that cannot
 * work, naming its key and the remedy.
 */
export async function createConnection(
  cluster: Pick<ClusterConfig, 'name' | 'connection'>,
  deps: ConnectionDeps,
): Promise<ClusterConnection> {
  return create(
    cluster.connection.type,
    cluster.connection,
    cluster.name,
    deps,
  );
}

/**
 * Looks at what a connection needs on this machine: files that exist and can
 * be read, a kubeconfig with the context, certificates that parse and a key
 * that belongs to them. Does not ask the cluster and does not throw.
 */
export async function checkConnectionConfig(
  cluster: Pick<ClusterConfig, 'name' | 'connection'>,
): Promise<ConnectionFindings> {
  const found = await check(cluster.connection.type, cluster.connection);
  const named = (sentence: string) =>
    `kubernetesHa.clusters "${cluster.name}": ${sentence}`;
  return {
    problems: found.problems.map(named),
    warnings: found.warnings.map(named),
  };
}

function create<T extends ConnectionConfig['type']>(
  type: T,
  config: Extract<ConnectionConfig, { type: T }>,
  name: string,
  deps: ConnectionDeps,
): Promise<ClusterConnection> {
  return typeOf(type).create(config, name, deps);
}

function check<T extends ConnectionConfig['type']>(
  type: T,
  config: Extract<ConnectionConfig, { type: T }>,
): Promise<ConnectionFindings> {
  return typeOf(type).check(config);
}

function typeOf<T extends ConnectionConfig['type']>(type: T) {
  const found = connectionTypes[type];
  if (found) return found;
  throw new ConnectionError(
    'not-configured',
    `connection.type is ${type}. Required: ${Object.keys(connectionTypes).join(
      ', ',
    )}.`,
  );
}
