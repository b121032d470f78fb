/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { join } from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  createCollector,
  directConnectionTypes,
  PageDecoder,
  readConfig,
} from 'backstage-plugin-kubernetes-ha-collector';
import { checks, defaultPolicy } from 'backstage-plugin-kubernetes-ha-common';
import type { CollectionGroup } from 'backstage-plugin-kubernetes-ha-node';
import knexFactory, { Knex } from 'knex';
import { AssessmentService } from '../../src/assessment/AssessmentService';
import {
  CollectedCluster,
  CollectionService,
} from '../../src/collection/CollectionService';
import { createStores } from '../../src/database/createStores';
import { migratedDatabase } from '../../src/database/migrate';

/** Steps of the control plane in one of the inventory, and their length: the defaults of configuration. */
const STEPS = 4;
const STEP_MS = 30_000;

/** CPU time of this process in milliseconds. */
export interface RoundCost {
  controlPlane: number;
  inventory: number;
}

const quiet: LoggerService = {
  error: (message, meta) => console.error(message, meta),
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => quiet,
};
const nobodyListens: EventsService = {
  publish: async () => {},
  subscribe: async () => {},
};

/** Clusters with what collects from them, on a SQLite database in `folder`, without a backend around. */
export class CollectedFleet {
  readonly #clusters: CollectedCluster[] = [];
  readonly #decoder = new PageDecoder();
  readonly #knex: Knex;
  /** Runs ahead: a round takes seconds and stands for two minutes. */
  #aheadMs = 0;
  readonly #service: CollectionService;

  private constructor(knex: Knex) {
    this.#knex = knex;
    const stores = createStores(knex);
    const now = () => new Date(Date.now() + this.#aheadMs);
    const deps = { ...stores, logger: quiet, now };
    this.#service = new CollectionService({
      ...deps,
      assessments: new AssessmentService({
        ...deps,
        events: nobodyListens,
        checks,
        policy: () => defaultPolicy,
      }),
    });
  }

  /** `clusters` as configuration names them. */
  static async create(
    folder: string,
    clusters: readonly object[],
  ): Promise<CollectedFleet> {
    const knex = knexFactory({
      client: 'better-sqlite3',
      connection: { filename: join(folder, 'kubernetes-ha.sqlite') },
      useNullAsDefault: true,
    });
    await migratedDatabase({ getClient: async () => knex });
    const fleet = new CollectedFleet(knex);
    const config = readConfig(
      { clusters },
      { checks, customConnectionTypes: [] },
    );
    const created = await Promise.all(
      config.clusters.map(cluster =>
        createCollector(cluster, {
          connections: directConnectionTypes,
          sourceDeps: { decoder: fleet.#decoder },
          connectionTypes: new Map(),
          sourceFactories: [],
          logger: quiet,
        }),
      ),
    );
    await createStores(knex).clusters.declare(
      created.map(({ declared }) => declared),
      new Date(),
    );
    fleet.#clusters.push(
      ...created.map(({ collector }, index) => ({
        collector,
        config: config.clusters[index],
      })),
    );
    return fleet;
  }

  /** Two minutes: four collections of the control plane of every cluster and one of its inventory. */
  async round(atOnce: number): Promise<RoundCost> {
    const cost = { controlPlane: 0, inventory: 0 };
    for (let step = 0; step < STEPS; step++) {
      this.#aheadMs += STEP_MS;
      cost.controlPlane += await this.collect('control-plane', atOnce);
    }
    cost.inventory += await this.collect('inventory', atOnce);
    return cost;
  }

  async close(): Promise<void> {
    await Promise.all(this.#clusters.map(({ collector }) => collector.close()));
    await this.#decoder.close();
    await this.#knex.destroy();
  }

  /** One collection of every cluster. Answers its CPU time in milliseconds. */
  async collect(group: CollectionGroup, atOnce: number): Promise<number> {
    const before = process.cpuUsage();
    const open = [...this.#clusters];
    const worker = async () => {
      for (let next = open.pop(); next; next = open.pop()) {
        const { signal } = new AbortController();
        const { result } = await this.#service.collect(next, group, signal);
        if (result !== 'collected') {
          throw new Error(`${next.config.name}: ${group} was ${result}.`);
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }
}
