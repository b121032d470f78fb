/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { setTimeout as wait } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { CollectionGroup } from 'backstage-plugin-kubernetes-ha-node';
import type { Claim, ScheduleStore } from '../database/ScheduleStore';
import type { CollectedCluster, CollectionService } from './CollectionService';
import { measureIdleShare } from './idleShare';
import { baseInterval } from './interval';
import { Places } from './Places';

/** Time between two looks at what is due, spread by half of it either way so that replicas do not keep an order among them. */
const LOOK_MS = 1_000;

/** The same where all places were taken and one is free again. (proposal) */
const LOOK_AGAIN_MS = 200;

/**
 * After this long a collection is ended, and soon after that anybody may make
 * it: the deadline of the collection, and time to store and to assess.
 */
const timeoutSeconds: Record<CollectionGroup, number> = {
  'control-plane': 60,
  inventory: 360,
};

/** How much longer a claim holds than its collection may take. */
const RELEASE_SECONDS = 5;

/** How long a stop waits for collections to end; stopped ones store nothing, so they end at once unless a source hangs. */
const STOP_WAIT_MS = 2_000;

/**
 * Collections that one replica works on at once, for each group by itself: an
 * inventory of a large cluster reads for minutes, and no control plane waits for
 * it. The longest reading of a control plane that answers takes a few seconds.
 *
 * So many are for a process that waits for clusters. One that works all the time
 * only keeps them waiting for itself, with all that they have read in memory: it
 * works on `least`, and in between on the share of them that it is idle. With 500
 * clusters, more than it could keep up with, a collection of a control plane took
 * 0.35 s in place of 4 s, and twice as many were made. (measured; proposal)
 */
const places: Record<
  CollectionGroup,
  { places: number; least: number; patienceMs: number; waiting: number }
> = {
  'control-plane': {
    places: 48,
    least: 8,
    patienceMs: 5_000,
    waiting: 256,
  },
  inventory: { places: 16, least: 4, patienceMs: 30_000, waiting: 128 },
};

/**
 * While so many collections wait for this process to load or store them, it
 * claims no more: what a process that is short of time would keep waiting is
 * another's to make. (proposal)
 */
const BACKLOG = 16;

/** A cluster that this replica collects, until `signal` ends. */
interface Collected extends CollectedCluster {
  signal: AbortSignal;
}

/**
 * Makes the collections that are due: looks at the schedule every second, and
 * when there were more than places and one is free again, claims as many as
 * there are places free, and leaves the others to other replicas.
 */
export class Dispatcher {
  readonly #deps: {
    schedule: ScheduleStore;
    collections: Pick<CollectionService, 'collect' | 'waiting'>;
    /** Nothing for a cluster that this replica does not collect. */
    collected: (cluster: string) => Collected | undefined;
    logger: LoggerService;
    /** See {@link measureIdleShare}; the default. */
    idleShare?: () => number;
  };
  readonly #stop = new AbortController();
  readonly #idleShare: () => number;
  /** Ends the pause between two looks. */
  #wake = new AbortController();
  /** Whether more may be due than there were places for at the last look. */
  #isFull = false;
  /** By group and cluster: one that outlives its claim is not begun again beside itself. */
  readonly #inFlight = new Map<string, Promise<void>>();
  #looking: Promise<void> = Promise.resolve();
  readonly #places: Record<CollectionGroup, Places> = {
    'control-plane': new Places(places['control-plane']),
    inventory: new Places(places.inventory),
  };
  /** Whether the last look failed, so that an outage of the database is one line in the log. */
  #isBlind = false;

  constructor(deps: {
    schedule: ScheduleStore;
    collections: Pick<CollectionService, 'collect' | 'waiting'>;
    collected: (cluster: string) => Collected | undefined;
    logger: LoggerService;
    idleShare?: () => number;
  }) {
    this.#deps = deps;
    this.#idleShare = deps.idleShare ?? measureIdleShare();
  }

  /** Begins; returns at once. */
  start(): void {
    // It throws nothing: every failure is logged where it happens.
    this.#looking = this.#lookAgainAndAgain();
  }

  /** Ends collections that run. Resolves when they have, or after two seconds. */
  async stop(): Promise<void> {
    this.#stop.abort();
    const waited = new AbortController();
    await Promise.race([
      // What is being claimed in this moment is given back as well.
      this.#looking.then(() => Promise.all(this.#inFlight.values())),
      // Rejects only when it is aborted below, when nobody listens any more.
      wait(STOP_WAIT_MS, undefined, { signal: waited.signal }).catch(
        () => undefined,
      ),
    ]);
    waited.abort();
  }

  async #lookAgainAndAgain(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      this.#wake = new AbortController();
      await this.#look();
      const pauseMs = LOOK_MS * (0.5 + Math.random());
      await pause(LOOK_AGAIN_MS, signal);
      await pause(
        pauseMs - LOOK_AGAIN_MS,
        AbortSignal.any([signal, this.#wake.signal]),
      );
    }
  }

  async #look(): Promise<void> {
    const { logger } = this.#deps;
    try {
      this.#isFull = false;
      for (const group of ['control-plane', 'inventory'] as const) {
        await this.#begin(group);
      }
      if (this.#isBlind) logger.info('The schedule can be read again.');
      this.#isBlind = false;
    } catch (error) {
      if (this.#stop.signal.aborted || this.#isBlind) return;
      this.#isBlind = true;
      logger.error(
        'The schedule of collections cannot be read; trying again every second.',
        asError(error),
      );
    }
  }

  async #begin(group: CollectionGroup): Promise<void> {
    const { schedule, collected } = this.#deps;
    const most = this.#room(group);
    const claims = await schedule.claim(group, {
      most,
      isOurs: cluster =>
        collected(cluster) !== undefined &&
        !this.#inFlight.has(`${group}:${cluster}`),
      holdSeconds: timeoutSeconds[group] + RELEASE_SECONDS,
    });
    if (claims.length === most) this.#isFull = true;
    for (const claim of claims) {
      const key = `${group}:${claim.cluster}`;
      const run = this.#make(claim).finally(() => {
        this.#inFlight.delete(key);
        if (this.#isFull) this.#wake.abort();
      });
      this.#inFlight.set(key, run);
    }
  }

  /** How many collections of a group may begin now. */
  #room(group: CollectionGroup): number {
    if (this.#deps.collections.waiting(group) >= BACKLOG) return 0;
    const { places: most, least } = places[group];
    const atOnce = Math.max(least, Math.ceil(most * this.#idleShare()));
    return Math.max(0, this.#places[group].free - (most - atOnce));
  }

  /** Makes one collection and gives its claim back. Throws nothing. */
  async #make(claim: Claim): Promise<void> {
    const { schedule, logger } = this.#deps;
    const nextSeconds = await this.#collect(claim);
    try {
      await schedule.release(claim, nextSeconds);
    } catch (error) {
      logger.error(
        `Cluster ${claim.cluster}: its ${claim.group} collection is made, and could not be marked as such; the next one is due when the claim runs out.`,
        asError(error),
      );
    }
  }

  /** Seconds until the next one; nothing when it was not made. */
  async #collect({ cluster, group }: Claim): Promise<number | undefined> {
    const { collected, collections, logger } = this.#deps;
    const found = collected(cluster);
    // Dropped from configuration since it was claimed, or stopped.
    if (!found || this.#stop.signal.aborted) return undefined;
    const signal = AbortSignal.any([
      found.signal,
      this.#stop.signal,
      AbortSignal.timeout(timeoutSeconds[group] * 1000),
    ]);
    try {
      const made = await this.#places[group].run(() =>
        collections.collect(found, group, signal),
      );
      if (made.result !== 'stopped') return made.nextSeconds;
    } catch (error) {
      logger.error(
        `The ${group} collection of cluster ${cluster} failed.`,
        asError(error),
      );
    }
    // A failure and a time-out are followed by the next one at its time; what
    // this replica gave up is due at once, for another.
    const isGivenUp = found.signal.aborted || this.#stop.signal.aborted;
    return isGivenUp ? undefined : baseInterval(found.config, group);
  }
}

/** Settles after so long, or when `signal` ends. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal }).catch(() => undefined);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
