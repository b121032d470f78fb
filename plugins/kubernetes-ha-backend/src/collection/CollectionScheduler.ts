/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { setTimeout } from 'node:timers/promises';
import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CollectionGroup } from 'backstage-plugin-kubernetes-ha-node';
import type { ClusterConfig } from '../config/clusterConfig';
import type { DeclaredCluster } from '../database/ClusterStore';
import type { CollectionService } from './CollectionService';
import type { CreatedCollector } from './createCollector';

/** How often the running tasks are held against the configured clusters. */
const RECONCILE_SECONDS = 60;

/**
 * After this long the scheduler takes a task away from a replica that died or
 * hangs: the deadline of the collection, and time to store and judge it.
 */
const taskTimeoutSeconds: Record<CollectionGroup, number> = {
  'control-plane': 45,
  inventory: 360,
};

/** How long a stop waits for collections to end; stopped ones store nothing, so they end at once unless a source hangs. */
const STOP_WAIT_MS = 2_000;

interface Running extends CreatedCollector {
  config: ClusterConfig;
  /** The configuration it runs with, to notice a change. */
  written: string;
  stop: AbortController;
}

/**
 * Keeps two global tasks for each cluster: `control-plane:<cluster>` and
 * `inventory:<cluster>`. Global: one replica at a time runs each of them, and a
 * slow cluster delays nobody.
 */
export class CollectionScheduler {
  readonly #options: {
    scheduler: SchedulerService;
    collections: CollectionService;
    /** The clusters to be collected now. */
    clusters: () => readonly ClusterConfig[];
    createCollector: (config: ClusterConfig) => Promise<CreatedCollector>;
    /** Told what the clusters are before the tasks of a new one start. */
    declare: (clusters: readonly DeclaredCluster[]) => Promise<void>;
    logger: LoggerService;
  };
  readonly #running = new Map<string, Running>();
  readonly #stopAll = new AbortController();
  readonly #inFlight = new Set<Promise<unknown>>();
  #isFirst = true;

  constructor(options: {
    scheduler: SchedulerService;
    collections: CollectionService;
    clusters: () => readonly ClusterConfig[];
    createCollector: (config: ClusterConfig) => Promise<CreatedCollector>;
    declare: (clusters: readonly DeclaredCluster[]) => Promise<void>;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  /**
   * Starts all tasks, and the local one that follows configuration. Errors:
   * what `createCollector` throws: a cluster that can never be looked at stops the start.
   */
  async start(): Promise<void> {
    await this.#reconcile(error => {
      throw error;
    });
    const { scheduler, logger } = this.#options;
    await scheduler.scheduleTask({
      id: 'reconcile-clusters',
      scope: 'local',
      frequency: { seconds: RECONCILE_SECONDS },
      initialDelay: { seconds: RECONCILE_SECONDS },
      timeout: { seconds: RECONCILE_SECONDS },
      signal: this.#stopAll.signal,
      fn: () =>
        this.#reconcile((error, name) => {
          logger.error(
            `Cluster ${name} cannot be looked at; trying again in ${RECONCILE_SECONDS} s.`,
            error,
          );
        }),
    });
  }

  /** Ends all tasks and frees what they hold. */
  async stop(): Promise<void> {
    this.#stopAll.abort();
    const waited = new AbortController();
    await Promise.race([
      Promise.allSettled(this.#inFlight),
      // Rejects only when it is aborted below, when nobody listens any more.
      setTimeout(STOP_WAIT_MS, undefined, { signal: waited.signal }).catch(
        () => undefined,
      ),
    ]);
    waited.abort();
    await Promise.all([...this.#running.keys()].map(name => this.#drop(name)));
  }

  /** Adds and drops tasks until they are those of the configured clusters. */
  async #reconcile(
    onError: (error: Error, cluster: string) => void,
  ): Promise<void> {
    const { clusters, createCollector, declare } = this.#options;
    const wanted = clusters();
    const dropped = [...this.#running.values()].filter(
      running =>
        !wanted.some(config => JSON.stringify(config) === running.written),
    );
    for (const { config } of dropped) await this.#drop(config.name);

    const added: Running[] = [];
    for (const config of wanted) {
      if (this.#running.has(config.name)) continue;
      try {
        added.push({
          ...(await createCollector(config)),
          config,
          written: JSON.stringify(config),
          stop: new AbortController(),
        });
      } catch (error) {
        onError(
          error instanceof Error ? error : new Error(String(error)),
          config.name,
        );
      }
    }
    if (added.length === 0 && dropped.length === 0 && !this.#isFirst) return;
    this.#isFirst = false;
    for (const running of added)
      this.#running.set(running.config.name, running);
    await declare([...this.#running.values()].map(({ declared }) => declared));
    for (const running of added) await this.#schedule(running);
  }

  async #schedule({ config, collector, stop }: Running): Promise<void> {
    const { scheduler, collections } = this.#options;
    const intervals: Record<CollectionGroup, number> = {
      'control-plane': config.intervals.controlPlaneSeconds,
      inventory: config.intervals.inventorySeconds,
    };
    for (const group of ['control-plane', 'inventory'] as const) {
      if (collector.sectionsOf(group).length === 0) continue;
      await scheduler.scheduleTask({
        id: `${group}:${config.name}`,
        scope: 'global',
        frequency: { seconds: intervals[group] },
        timeout: { seconds: taskTimeoutSeconds[group] },
        signal: AbortSignal.any([stop.signal, this.#stopAll.signal]),
        fn: async signal => {
          const run = collections.collect({ config, collector }, group, signal);
          this.#inFlight.add(run);
          try {
            await run;
          } finally {
            this.#inFlight.delete(run);
          }
        },
      });
    }
  }

  async #drop(name: string): Promise<void> {
    const running = this.#running.get(name);
    if (!running) return;
    this.#running.delete(name);
    running.stop.abort();
    await running.collector.close();
  }
}
