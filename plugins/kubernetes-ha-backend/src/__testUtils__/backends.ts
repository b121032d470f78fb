/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
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
  /** The database; an empty one unless told. */
  knex?: Knex;
  /** The scheduler of real backends, which shares tasks over the database. */
  realScheduler?: boolean;
  /** More features, for example a permission policy. */
  features?: NonNullable<Parameters<typeof startTestBackend>[0]>['features'];
}

/** Starts a backend as a replica would be started: its own connections, its own plugin. */
export async function startReplica(options: BackendOptions) {
  const { knex } = options;
  return startTestBackend({
    features: [
      kubernetesHaPlugin,
      mockServices.rootConfig.factory({
        data: { kubernetesHa: options.kubernetesHa },
      }),
      fakeClusterModule(options.behaviour),
      ...(knex
        ? [mockServices.database.mock({ getClient: async () => knex }).factory]
        : []),
      ...(options.realScheduler ? [schedulerServiceFactory] : []),
      ...(options.features ?? []),
    ],
  });
}

/** Connections of another process to the same PostgreSQL database. */
export function anotherConnection(knex: Knex): Knex {
  return knexFactory(knex.client.config);
}

/** A fake cluster as configuration names it. */
export function fakeClusterConfig(name: string, parts: JsonObject = {}) {
  return { name, connection: { type: 'fake' }, ...parts };
}
