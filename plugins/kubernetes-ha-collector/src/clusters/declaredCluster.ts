/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ClusterFacts } from 'backstage-plugin-kubernetes-ha-common';
import type { ClusterConnectionFactory } from '../contracts';
import type { ClusterConfig } from '../config/clusterConfig';
import type { DeclaredCluster } from './declaration';

/** A cluster as configuration declares it. */
export function declaredCluster(
  config: ClusterConfig,
  connectionTypes: ReadonlyMap<string, ClusterConnectionFactory>,
): DeclaredCluster {
  return {
    facts: {
      name: config.name,
      ...(config.title && { title: config.title }),
      tier: config.tier,
      ...(config.owner && { owner: config.owner }),
      platform: config.platform === 'auto' ? 'self-managed' : config.platform,
      connection: connectionKind(config, connectionTypes),
    },
    detectPlatform: config.platform === 'auto',
    controlPlaneSeconds: config.intervals.controlPlaneSeconds,
    inventorySeconds: config.intervals.inventorySeconds,
  };
}

function connectionKind(
  { connection }: ClusterConfig,
  connectionTypes: ReadonlyMap<string, ClusterConnectionFactory>,
): ClusterFacts['connection'] {
  if (connection.type !== 'custom') return connection.type;
  return customFactory(connection.name, connectionTypes).kind;
}

/** The factory that a module added. Errors: Error when none did. */
export function customFactory(
  type: string,
  connectionTypes: ReadonlyMap<string, ClusterConnectionFactory>,
): ClusterConnectionFactory {
  const factory = connectionTypes.get(type);
  if (factory) return factory;
  throw new Error(
    `No module provides the connection type "${type}". Expected: a module that adds it through kubernetesHaConnectionsExtensionPoint. Install it in the backend.`,
  );
}
