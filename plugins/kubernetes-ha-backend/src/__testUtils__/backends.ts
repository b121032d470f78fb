/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import knexFactory, { Knex } from 'knex';
import kubernetesHaPlugin from '..';
import { FakeBehaviour, fakeClusterModule } from './fakeCluster';

/** A backend with the plugin on a database of its own or a shared one. */
export interface BackendOptions {
  kubernetesHa: JsonObject;
  /** What each fake cluster does. */
  behaviour: (cluster: string) => FakeBehaviour;
  /** The database. Default: an empty one. */
  knex?: Knex;
  /** False: collections go on by themselves. Default: each cluster was collected and assessed once before the test goes on. */
  untilCollected?: boolean;
  /** More features, for example a permission policy. */
  features?: NonNullable<Parameters<typeof startTestBackend>[0]>['features'];
}

/** Starts a backend as a replica would be started: its own connections, its own plugin. */
export async function startReplica(options: BackendOptions) {
  const knex = options.knex ?? emptyDatabase();
  const replica = await startTestBackend({
    features: [
      kubernetesHaPlugin,
      mockServices.rootConfig.factory({
        data: { kubernetesHa: options.kubernetesHa },
      }),
      fakeClusterModule(options.behaviour),
      mockServices.database.mock({ getClient: async () => knex }).factory,
      ...(options.features ?? []),
    ],
  });
  // A busy client may not see for seconds that the server has closed what it is about to ask on.
  replica.server.keepAliveTimeout = 0;
  if (options.untilCollected ?? true) await collected(knex);
  return replica;
}

function emptyDatabase(): Knex {
  return knexFactory({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
}

/** Resolves when every collection that is scheduled was made. */
async function collected(knex: Knex): Promise<void> {
  const open = () =>
    knex('collection_schedule')
      .innerJoin('cluster', 'cluster.name', 'collection_schedule.cluster')
      .where('cluster.configured', true)
      .leftJoin('collection', join =>
        join
          .on('collection.cluster', 'collection_schedule.cluster')
          .andOn('collection.group_name', 'collection_schedule.group_name'),
      )
      .where(left =>
        left.whereNull('collection.cluster').orWhereNotNull('claim'),
      )
      .first('collection_schedule.cluster');
  while (await open()) await new Promise(resolve => setImmediate(resolve));
}

/** Connections of another process to the same PostgreSQL database. */
export function anotherConnection(knex: Knex): Knex {
  return knexFactory(knex.client.config);
}

/** A fake cluster as configuration names it. */
export function fakeClusterConfig(name: string, parts: JsonObject = {}) {
  return { name, connection: { type: 'fake' }, ...parts };
}
