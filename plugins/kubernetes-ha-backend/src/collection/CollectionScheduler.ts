/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CollectionGroup } from 'backstage-plugin-kubernetes-ha-node';
import type { ClusterConfig } from '../config/clusterConfig';
import type { Collector } from './Collector';
import type { CollectionService } from './CollectionService';

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

interface Running {
  /** The configuration it runs with, to notice a change. */
  written: string;
  stop: AbortController;
  collector: Collector;
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
    createCollector: (config: ClusterConfig) => Promise<Collector>;
    /** Told before tasks start for a changed set of clusters. */
    declare: (clusters: readonly ClusterConfig[]) => Promise<void>;
    logger: LoggerService;
  };
  readonly #running = new Map<string, Running>();
  readonly #stopAll = new AbortController();
  #declared: string | undefined;

  constructor(options: {
    scheduler: SchedulerService;
    collections: CollectionService;
    clusters: () => readonly ClusterConfig[];
    createCollector: (config: ClusterConfig) => Promise<Collector>;
    declare: (clusters: readonly ClusterConfig[]) => Promise<void>;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  /** Starts all tasks, and the local one that follows configuration. */
  async start(): Promise<void> {
    await this.reconcile();
    await this.#options.scheduler.scheduleTask({
      id: 'reconcile-clusters',
      scope: 'local',
      frequency: { seconds: RECONCILE_SECONDS },
      initialDelay: { seconds: RECONCILE_SECONDS },
      timeout: { seconds: RECONCILE_SECONDS },
      signal: this.#stopAll.signal,
      fn: () => this.reconcile(),
    });
  }

  /** Ends all tasks and frees what they hold. */
  async stop(): Promise<void> {
    this.#stopAll.abort();
    await Promise.all([...this.#running.keys()].map(name => this.#drop(name)));
  }

  /** Adds and drops tasks until they are those of the configured clusters. */
  async reconcile(): Promise<void> {
    const wanted = this.#options.clusters();
    const written = JSON.stringify(wanted);
    if (written !== this.#declared) {
      await this.#options.declare(wanted);
      this.#declared = written;
    }
    for (const [name, running] of this.#running) {
      const config = wanted.find(cluster => cluster.name === name);
      if (config && JSON.stringify(config) === running.written) continue;
      await this.#drop(name);
    }
    for (const config of wanted) {
      if (this.#stopAll.signal.aborted) return;
      if (!this.#running.has(config.name)) await this.#add(config);
    }
  }

  async #add(config: ClusterConfig): Promise<void> {
    const { createCollector, scheduler, collections, logger } = this.#options;
    let collector: Collector;
    try {
      collector = await createCollector(config);
    } catch (error) {
      logger.error(
        `Cluster ${config.name} cannot be looked at; trying again in ${RECONCILE_SECONDS} s.`,
        error instanceof Error ? error : new Error(String(error)),
      );
      return;
    }
    const stop = new AbortController();
    this.#running.set(config.name, {
      written: JSON.stringify(config),
      stop,
      collector,
    });
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
          await collections.collect({ config, collector }, group, signal);
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
