/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  DeclaredCluster,
  ClusterConfig,
  CreatedCollector,
} from 'backstage-plugin-kubernetes-ha-collector';
import { setTimeout } from 'node:timers/promises';
import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CollectionGroup } from 'backstage-plugin-kubernetes-ha-node';
import type { CollectionService } from './CollectionService';
import { Places } from './Places';

/** How often the running tasks are held against the configured clusters. */
const RECONCILE_SECONDS = 60;

/**
 * After this long the scheduler takes a task away from a replica that died or
 * hangs: the deadline of the collection, and time to wait for a place, to store
 * and to assess.
 */
const taskTimeoutSeconds: Record<CollectionGroup, number> = {
  'control-plane': 60,
  inventory: 360,
};

/** How long a stop waits for collections to end; stopped ones store nothing, so they end at once unless a source hangs. */
const STOP_WAIT_MS = 2_000;

/**
 * So many clusters begin together, and the next so many this much later: for
 * hundreds of them must not be collected at one instant for ever after, and the
 * scheduler keeps the phase they begin with (proposal: 500 within 25 s).
 */
const BEGIN_TOGETHER = 8;
const APART_MS = 400;

/**
 * Collections that one replica works on at once, for each group by itself: an
 * inventory of a large cluster reads for minutes, and no control plane waits for
 * it. The longest reading of a control plane that answers takes a few seconds.
 * (proposal)
 */
const places: Record<
  CollectionGroup,
  { places: number; patienceMs: number; waiting: number }
> = {
  'control-plane': { places: 48, patienceMs: 5_000, waiting: 256 },
  inventory: { places: 16, patienceMs: 30_000, waiting: 128 },
};

interface Running extends CreatedCollector {
  config: ClusterConfig;
  /** The configuration it runs with, to notice a change. */
  written: string;
  stop: AbortController;
  /** False until its tasks are known to the scheduler. */
  isScheduled: boolean;
}

/**
 * Keeps two global tasks for each cluster: `control-plane:<cluster>` and
 * `inventory:<cluster>`. Global: one replica at a time runs each of them, and a
 * slow cluster delays nobody.
 */
export class CollectionScheduler {
  readonly #options: {
    scheduler: SchedulerService;
    collections: Pick<CollectionService, 'collect'>;
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
  readonly #places: Record<CollectionGroup, Places> = {
    'control-plane': new Places(places['control-plane']),
    inventory: new Places(places.inventory),
  };
  /** What was declared last; undefined until that has succeeded once. */
  #declared: string | undefined;

  constructor(options: {
    scheduler: SchedulerService;
    collections: Pick<CollectionService, 'collect'>;
    clusters: () => readonly ClusterConfig[];
    createCollector: (config: ClusterConfig) => Promise<CreatedCollector>;
    declare: (clusters: readonly DeclaredCluster[]) => Promise<void>;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  /**
   * Starts all tasks, and the local one that follows configuration. Errors:
   * what `createCollector` throws: a cluster that can never be collected from stops the start.
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
            `Cluster ${name} cannot be collected from; trying again in ${RECONCILE_SECONDS} s.`,
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

  /**
   * Adds and drops tasks until they are those of the configured clusters.
   * What fails (a collector, the database, the scheduler) is tried again at
   * the next time; until then what ran before goes on.
   */
  async #reconcile(
    onError: (error: Error, cluster: string) => void,
  ): Promise<void> {
    const { clusters, createCollector } = this.#options;
    const wanted = clusters();
    for (const { config } of [...this.#running.values()]) {
      if (!wanted.some(({ name }) => name === config.name)) {
        await this.#drop(config.name);
      }
    }
    for (const config of wanted) {
      const written = JSON.stringify(config);
      if (this.#running.get(config.name)?.written === written) continue;
      try {
        const created = await createCollector(config);
        // Only now: a change that cannot work leaves the cluster as it is collected now.
        await this.#drop(config.name);
        this.#running.set(config.name, {
          ...created,
          config,
          written,
          stop: new AbortController(),
          isScheduled: false,
        });
      } catch (error) {
        onError(
          error instanceof Error ? error : new Error(String(error)),
          config.name,
        );
      }
    }
    await this.#declare();
    for (const [place, running] of [...this.#running.values()].entries()) {
      if (running.isScheduled) continue;
      await this.#schedule(
        running,
        Math.floor(place / BEGIN_TOGETHER) * APART_MS,
      );
      running.isScheduled = true;
    }
  }

  async #declare(): Promise<void> {
    const declared = [...this.#running.values()].map(each => each.declared);
    const written = JSON.stringify(declared);
    if (this.#declared === written) return;
    await this.#options.declare(declared);
    this.#declared = written;
  }

  async #schedule(
    { config, collector, stop }: Running,
    delayMs: number,
  ): Promise<void> {
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
        ...(delayMs > 0 && { initialDelay: { milliseconds: delayMs } }),
        timeout: { seconds: taskTimeoutSeconds[group] },
        signal: AbortSignal.any([stop.signal, this.#stopAll.signal]),
        fn: async signal => {
          const run = this.#places[group].run(async () =>
            signal.aborted
              ? 'stopped'
              : collections.collect({ config, collector }, group, signal),
          );
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
