/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ClusterConnection,
  ClusterConnectionFactory,
  SignalSourceFactory,
} from 'backstage-plugin-kubernetes-ha-node';
import { ConnectionDeps, createConnection } from '../clusters/connections';
import { customFactory, declaredCluster } from '../clusters/declaredCluster';
import { identityOf } from '../clusters/identityOf';
import type { ClusterConfig } from '../config/clusterConfig';
import { builtInSources, SourceDeps } from '../signals/registry';
import type { DeclaredCluster } from '../database/ClusterStore';
import { createRecordedCollector } from '../recording/recordedCollector';
import type { Collector } from './Collector';
import { LiveCollector } from './LiveCollector';

/** What collectors are made with. */
export interface CollectorDeps {
  connectionDeps: ConnectionDeps;
  sourceDeps: SourceDeps;
  /** What modules added. */
  connectionTypes: ReadonlyMap<string, ClusterConnectionFactory>;
  sourceFactories: readonly SignalSourceFactory[];
  logger: LoggerService;
}

/** What sees a cluster, and the cluster as it is now declared. */
export interface CreatedCollector {
  collector: Collector;
  declared: DeclaredCluster;
}

/** What sees a cluster, as it is configured. Errors: Error with a sentence when it can never work. */
export async function createCollector(
  config: ClusterConfig,
  deps: CollectorDeps,
): Promise<CreatedCollector> {
  const declared = declaredCluster(config, deps.connectionTypes);
  const { connection } = config;
  if (connection.type !== 'recorded') {
    return {
      declared,
      collector: await createLiveCollector(config, declared.facts, deps),
    };
  }
  const collector = await createRecordedCollector(connection);
  const { recordedAt, cluster } = collector.header;
  const { platform } = config.platform === 'auto' ? cluster : declared.facts;
  return {
    collector,
    declared: {
      ...declared,
      facts: { ...declared.facts, platform, recordedAt },
      detectPlatform: false,
    },
  };
}

async function createLiveCollector(
  config: ClusterConfig,
  facts: DeclaredCluster['facts'],
  deps: CollectorDeps,
): Promise<Collector> {
  const own = deps.sourceFactories.flatMap(
    factory => factory.create(facts) ?? [],
  );
  const provided = new Set(own.flatMap(source => source.provides));
  // A module's source replaces the product's own where it provides the same.
  const builtIn = builtInSources
    .map(create => create(config, deps.sourceDeps))
    .filter(source => !source.provides.some(name => provided.has(name)));
  return new LiveCollector({
    connection: await connect(config, facts, deps),
    sources: [...builtIn, ...own],
    readIdentity: identityOf,
  });
}

function connect(
  config: ClusterConfig,
  facts: DeclaredCluster['facts'],
  deps: CollectorDeps,
): Promise<ClusterConnection> {
  const { connection } = config;
  if (connection.type !== 'custom') {
    return createConnection(config, deps.connectionDeps);
  }
  return customFactory(connection.name, deps.connectionTypes).create({
    cluster: facts,
    config: connection.settings,
    logger: deps.logger,
  });
}
