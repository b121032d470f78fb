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
import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ScheduledCollection,
  ScheduleStore,
} from '../database/ScheduleStore';
import type { CollectedCluster, CollectionService } from './CollectionService';
import { Dispatcher } from './Dispatcher';
import { baseInterval } from './interval';

/** How often what is collected is held against the configured clusters. */
const RECONCILE_SECONDS = 60;

/**
 * So many clusters begin together, and the next so many a 60th of their interval
 * later, sooner where there are more than fit: for hundreds of them must not be
 * collected at one instant for ever after, and each keeps the phase it begins
 * with. Of 480 and more, control planes and inventories, whose load is the greater
 * one, begin evenly over all of it. (proposal)
 */
const BEGIN_TOGETHER = 8;
const STEPS = 60;

const groups = ['control-plane', 'inventory'] as const;

interface Running extends CreatedCollector {
  config: ClusterConfig;
  /** The configuration it runs with, to notice a change. */
  written: string;
  stop: AbortController;
  /** False until the schedule has its collections. */
  isScheduled: boolean;
}

/**
 * Keeps two collections scheduled for each configured cluster, of its control
 * plane and of its inventory, and has those that are due made: by one replica
 * at a time each, so that a slow cluster delays nobody.
 */
export class CollectionScheduler {
  readonly #options: CollectionSchedulerOptions;
  readonly #running = new Map<string, Running>();
  readonly #stopAll = new AbortController();
  readonly #dispatcher: Dispatcher;
  /** Why the configuration of a cluster that is in force cannot be worked with; what ran before goes on. */
  readonly #refusals = new Map<string, string>();
  /** One reconciliation at a time: the next one begins when this has ended. */
  #reconciling: Promise<void> = Promise.resolve();
  /** What was declared last; undefined until that has succeeded once. */
  #declared: string | undefined;

  constructor(options: CollectionSchedulerOptions) {
    this.#options = options;
    this.#dispatcher = new Dispatcher({
      schedule: options.schedule,
      collections: options.collections,
      collected: name => this.#collected(name),
      logger: options.logger,
    });
  }

  /**
   * Starts collecting, and the local task that follows configuration. Errors:
   * what `createCollector` throws: a cluster that can never be collected from
   * stops the start, unless `isLenient`: then that is logged.
   */
  async start(options: { isLenient?: boolean } = {}): Promise<void> {
    if (options.isLenient) await this.follow();
    else {
      await this.#reconcile(error => {
        throw error;
      });
    }
    await this.#options.repeat({
      id: 'reconcile-clusters',
      seconds: RECONCILE_SECONDS,
      signal: this.#stopAll.signal,
      fn: () => this.follow(),
    });
    this.#dispatcher.start();
  }

  /**
   * Holds what is collected against the configured clusters: once a minute, and
   * when configuration has changed. What cannot be worked with is logged.
   */
  follow(): Promise<void> {
    const { logger } = this.#options;
    const next = this.#reconciling.then(() =>
      this.#reconcile((error, name) => {
        logger.error(
          `Cluster ${name} cannot be collected from; trying again in ${RECONCILE_SECONDS} s.`,
          error,
        );
      }),
    );
    // The caller hears of a failure; whoever comes next starts anew.
    this.#reconciling = next.catch(() => undefined);
    return next;
  }

  /** What collects from a cluster now; nothing for one that is not configured. */
  running(name: string): CollectedCluster | undefined {
    const running = this.#running.get(name);
    return running && { config: running.config, collector: running.collector };
  }

  /** Why the configuration in force of this cluster cannot be worked with, if so. */
  refusalOf(name: string): string | undefined {
    return this.#refusals.get(name);
  }

  /** Ends all collections and frees what they hold. */
  async stop(): Promise<void> {
    this.#stopAll.abort();
    await this.#dispatcher.stop();
    await Promise.all([...this.#running.keys()].map(name => this.#drop(name)));
  }

  /**
   * Adds and drops clusters until they are those of the configuration.
   * What fails (a collector, the database) is tried again at the next time;
   * until then what ran before goes on.
   */
  async #reconcile(
    onError: (error: Error, cluster: string) => void,
  ): Promise<void> {
    const { clusters, createCollector } = this.#options;
    const wanted = clusters();
    const names = new Set(wanted.map(({ name }) => name));
    if (this.#stopAll.signal.aborted) return;
    for (const name of [...this.#refusals.keys()]) {
      if (!names.has(name)) this.#refusals.delete(name);
    }
    for (const name of [...this.#running.keys()]) {
      if (!names.has(name)) await this.#drop(name);
    }
    for (const config of wanted) {
      const written = JSON.stringify(config);
      if (this.#running.get(config.name)?.written === written) {
        this.#refusals.delete(config.name);
        continue;
      }
      try {
        const created = await createCollector(config);
        if (this.#stopAll.signal.aborted) {
          await created.collector.close();
          return;
        }
        // Only now: a change that cannot work leaves the cluster as it is collected now.
        await this.#drop(config.name);
        this.#running.set(config.name, {
          ...created,
          config,
          written,
          stop: new AbortController(),
          isScheduled: false,
        });
        this.#refusals.delete(config.name);
      } catch (thrown) {
        const error =
          thrown instanceof Error ? thrown : new Error(String(thrown));
        this.#refusals.set(config.name, error.message);
        onError(error, config.name);
      }
    }
    await this.#declare();
    await this.#schedule();
  }

  async #declare(): Promise<void> {
    const declared = [...this.#running.values()].map(each => each.declared);
    const written = JSON.stringify(declared);
    if (this.#declared === written) return;
    await this.#options.declare(declared);
    this.#declared = written;
  }

  async #schedule(): Promise<void> {
    const added = [...this.#running.values()].filter(
      ({ isScheduled }) => !isScheduled,
    );
    if (added.length === 0) return;
    const steps = Math.max(STEPS, Math.ceil(added.length / BEGIN_TOGETHER));
    await this.#options.schedule.schedule(
      added.flatMap(({ config, collector }, place) =>
        groups
          .filter(group => collector.sectionsOf(group).length > 0)
          .map((group): ScheduledCollection => {
            const intervalSeconds = baseInterval(config, group);
            const step = Math.floor(place / BEGIN_TOGETHER);
            return {
              cluster: config.name,
              group,
              intervalSeconds,
              beginsInMs: Math.floor((step / steps) * intervalSeconds * 1000),
            };
          }),
      ),
    );
    for (const running of added) running.isScheduled = true;
  }

  /** A cluster that this replica collects, once it is scheduled. */
  #collected(name: string) {
    const running = this.#running.get(name);
    if (!running?.isScheduled) return undefined;
    const { config, collector, stop } = running;
    if (this.#options.isElsewhere?.(config)) return undefined;
    return { config, collector, signal: stop.signal };
  }

  async #drop(name: string): Promise<void> {
    const running = this.#running.get(name);
    if (!running) return;
    this.#running.delete(name);
    running.stop.abort();
    await running.collector.close();
  }
}

/** Work that is done again and again in this process, the first time after `seconds`, until `signal` ends. */
export interface RepeatedWork {
  id: string;
  seconds: number;
  signal: AbortSignal;
  fn: () => Promise<void>;
}

interface CollectionSchedulerOptions {
  repeat: (work: RepeatedWork) => Promise<void>;
  schedule: ScheduleStore;
  collections: Pick<CollectionService, 'collect' | 'waiting'>;
  /** The clusters to be collected now. */
  clusters: () => readonly ClusterConfig[];
  createCollector: (config: ClusterConfig) => Promise<CreatedCollector>;
  /** Whether a thread of this process collects from a cluster. */
  isElsewhere?: (cluster: ClusterConfig) => boolean;
  /** Told what the clusters are before a new one is collected. */
  declare: (clusters: readonly DeclaredCluster[]) => Promise<void>;
  logger: LoggerService;
}
