/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { SectionName } from 'backstage-plugin-kubernetes-ha-common';
import type {
  AnySignalSource,
  ClusterConnection,
  ClusterConnectionFactory,
  CollectorLogger,
  SignalSourceFactory,
} from '../contracts';
import { ConnectionTypes, createConnection } from '../connections';
import type { DeclaredCluster } from '../clusters/declaration';
import { customFactory, declaredCluster } from '../clusters/declaredCluster';
import { identityOf } from '../clusters/identityOf';
import type { ClusterConfig } from '../config/clusterConfig';
import { failureOf } from '../refusals/failureOf';
import { builtInSources, SourceDeps } from '../signals/registry';
import { createRecordedCollector } from '../recording/recordedCollector';
import type { Collector } from './Collector';
import { LiveCollector } from './LiveCollector';

/** A refused configuration says what to do at its end: it is not cut as the detail of a signal is. */
const ERROR_CHARACTERS = 2_000;

/** What collectors are made with. @public */
export interface CollectorDeps {
  /** The built-in kinds of connection that can be made here. */
  connections: ConnectionTypes;
  sourceDeps: SourceDeps;
  /** Kinds of connection that modules added, by `connection.type`. */
  connectionTypes: ReadonlyMap<string, ClusterConnectionFactory>;
  sourceFactories: readonly SignalSourceFactory[];
  logger: CollectorLogger;
}

/** What sees a cluster, and the cluster as it is now declared. @public */
export interface CreatedCollector {
  collector: Collector;
  declared: DeclaredCluster;
}

/** What sees a cluster, as it is configured. Errors: Error with a sentence naming the cluster and the key when it can never work. @public */
export async function createCollector(
  config: ClusterConfig,
  deps: CollectorDeps,
): Promise<CreatedCollector> {
  const declared = await keyed(config, async () =>
    declaredCluster(config, deps.connectionTypes),
  );
  const { connection } = config;
  if (connection.type !== 'recorded') {
    return {
      declared,
      collector: await createLiveCollector(config, declared.facts, deps),
    };
  }
  const collector = await keyed(config, () =>
    createRecordedCollector(connection),
  );
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
  const taken = new Set(own.flatMap(source => source.provides));
  const builtIn = builtInSources
    .map(create => create(config, deps.sourceDeps, taken))
    .flatMap(source => withoutTaken(source, taken));
  const connection = await keyed(config, () => connect(config, facts, deps));
  try {
    return new LiveCollector({
      connection,
      sources: [...builtIn, ...own],
      readIdentity: identityOf,
    });
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** A module's source takes over the sections that it provides; the others stay with the product's own. */
function withoutTaken(
  source: AnySignalSource,
  taken: ReadonlySet<SectionName>,
): AnySignalSource[] {
  const provides = source.provides.filter(name => !taken.has(name));
  if (provides.length === source.provides.length) return [source];
  if (provides.length === 0) return [];
  const { id, group, deadlineMs, needs, stretchesInterval } = source;
  return [
    {
      id,
      group,
      deadlineMs,
      needs,
      stretchesInterval,
      readsThroughInstances: source.readsThroughInstances,
      provides,
      // The runner takes from the answer what is provided.
      observe: context => source.observe(context),
      close: async () => source.close?.(),
    },
  ];
}

/** Names the cluster and its key in an error: it may stop the start of a backend with many clusters. */
async function keyed<T>(
  { name }: ClusterConfig,
  make: () => Promise<T>,
): Promise<T> {
  try {
    return await make();
  } catch (error) {
    throw new Error(
      `kubernetesHa.clusters "${name}".connection: ${failureOf(
        error,
        ERROR_CHARACTERS,
      )}`,
      { cause: error },
    );
  }
}

function connect(
  config: ClusterConfig,
  facts: DeclaredCluster['facts'],
  deps: CollectorDeps,
): Promise<ClusterConnection> {
  const { connection } = config;
  if (connection.type !== 'custom') {
    return createConnection(config, deps.connections, deps.logger);
  }
  return customFactory(connection.name, deps.connectionTypes).create({
    cluster: facts,
    config: connection.settings,
    logger: deps.logger,
  });
}
