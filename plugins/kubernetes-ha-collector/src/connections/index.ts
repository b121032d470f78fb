/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterConnection,
  CollectorLogger,
  ConnectionError,
} from '../contracts';
import type { ClusterConfig, ConnectionConfig } from '../config/clusterConfig';
import type {
  ConfigOf,
  ConnectionFindings,
  ConnectionType,
} from './connectionType';
import { kubeconfig } from './kubeconfig';
import { serviceAccount } from './serviceAccount';

export type {
  ConfigOf,
  ConnectionFindings,
  ConnectionType,
} from './connectionType';

/** Kinds of connection, by `connection.type`. @public */
export type ConnectionTypes = {
  readonly [T in ConnectionConfig['type']]?: ConnectionType<T>;
};

/**
 * The kinds that need nothing but the network. A portal adds those that need
 * its services.
 * @public
 */
export const directConnectionTypes: ConnectionTypes = {
  kubeconfig,
  serviceAccount,
};

/**
 * Makes the connection that a cluster is configured with. Does not ask the
 * cluster: one that is down has a connection whose requests say so.
 *
 * Errors: ConnectionError `not-configured` for a configuration that cannot
 * work, naming its key and the remedy.
 * @public
 */
export async function createConnection(
  cluster: Pick<ClusterConfig, 'name' | 'connection'>,
  types: ConnectionTypes,
  logger: CollectorLogger,
): Promise<ClusterConnection> {
  return create(
    types,
    cluster.connection.type,
    cluster.connection,
    cluster.name,
    logger,
  );
}

/**
 * Looks at what a connection needs on this machine: files that exist and can
 * be read, a kubeconfig with the context, certificates that parse and a key
 * that belongs to them. Does not ask the cluster and does not throw.
 * @public
 */
export async function checkConnectionConfig(
  cluster: Pick<ClusterConfig, 'name' | 'connection'>,
  types: ConnectionTypes,
): Promise<ConnectionFindings> {
  const found = await check(types, cluster.connection.type, cluster.connection);
  const named = (sentence: string) =>
    `kubernetesHa.clusters "${cluster.name}": ${sentence}`;
  return {
    problems: found.problems.map(named),
    warnings: found.warnings.map(named),
  };
}

function create<T extends ConnectionConfig['type']>(
  types: ConnectionTypes,
  type: T,
  config: ConfigOf<T>,
  name: string,
  logger: CollectorLogger,
): Promise<ClusterConnection> {
  return typeOf(types, type).create(config, name, logger);
}

function check<T extends ConnectionConfig['type']>(
  types: ConnectionTypes,
  type: T,
  config: ConfigOf<T>,
): Promise<ConnectionFindings> {
  return typeOf(types, type).check(config);
}

function typeOf<T extends ConnectionConfig['type']>(
  types: ConnectionTypes,
  type: T,
) {
  const found = types[type];
  if (found) return found;
  throw new ConnectionError(
    'not-configured',
    `connection.type is ${type}. Required: ${Object.keys(types).join(', ')}.`,
  );
}
