/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { sourceLoader } from 'backstage-plugin-kubernetes-ha-collector';
import type { KubernetesHaScorecardEvent } from 'backstage-plugin-kubernetes-ha-node';
import {
  collectionThreadFile,
  collectionThreadRole,
} from './collectionThreadWorker';
import { writeLine } from './forwardingLogger';
import type {
  Collected,
  ThreadOrder,
  ThreadReport,
  ThreadStart,
} from './messages';
import type { ThreadDatabase } from './threadDatabase';

/** Before a thread that has ended is started anew; twice as long each time in a row. (proposal) */
const AGAIN_MS = 1_000;
const AGAIN_AT_MOST_MS = 60_000;

/**
 * What a collection leaves behind is to be gone before it counts as old: with 12 MB
 * a fleet took a tenth more CPU than with 48, which are as much more memory. (measured)
 */
const YOUNG_LIMIT_MB = 24;

/** One that has run for so long did not end for how it was started. (proposal) */
const STEADY_MS = 10 * 60_000;

/** How long an end is waited for: running collections end at once and store nothing. */
const STOP_MS = 4_000;

/** What a collecting thread is made with. */
export interface CollectionThreadDeps {
  database: ThreadDatabase;
  /** What is to be collected from now. */
  collected: () => Collected;
  onScorecard: (payload: KubernetesHaScorecardEvent) => void;
  logger: LoggerService;
  /** The file of the thread; the default. */
  file?: string;
}

/**
 * A thread that collects and assesses as a replica does: with a heap of its own,
 * so that what a fleet leaves to the garbage collector stops no request, and
 * with connections of its own to the database, which is all that it shares. One
 * that ends is started anew; what it was collecting is collected again when its
 * claims run out.
 */
export class CollectionThread {
  readonly #deps: CollectionThreadDeps;
  readonly #stop = new AbortController();
  #worker: Worker | undefined;
  /** Neither started nor about to be. */
  #isAtRest = true;
  #hasCollected = false;
  #hasFailed = false;
  #startedMs = 0;
  #inARow = 0;

  constructor(deps: CollectionThreadDeps) {
    this.#deps = deps;
  }

  /**
   * Whether it collects, or will in a moment. False for good when it ended before
   * it ever began: somebody else has to collect.
   */
  get isCollecting(): boolean {
    return !this.#hasFailed;
  }

  /**
   * Hands over what is collected from now on. Begins where it has not, once there
   * is anything to collect; returns at once.
   */
  follow(): void {
    const { collected } = this.#deps;
    if (this.#worker) this.#order({ follow: collected() });
    else if (this.#isAtRest && collected().clusters.length > 0) this.#start();
  }

  #start(): void {
    this.#isAtRest = false;
    this.#startedMs = performance.now();
    let worker: Worker;
    try {
      worker = this.#create();
    } catch (error) {
      this.#lost(error);
      return;
    }
    this.#worker = worker;
    let cause: unknown;
    worker.on('message', (report: ThreadReport) => this.#hear(report));
    worker.on('error', error => {
      cause = error;
    });
    worker.on('exit', code =>
      this.#ended(worker, cause ?? `exit code ${code}`),
    );
  }

  #create(): Worker {
    const { database, collected, file = collectionThreadFile } = this.#deps;
    const start: ThreadStart = {
      role: collectionThreadRole,
      database,
      ...collected(),
    };
    return new Worker(file, {
      workerData: start,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_LIMIT_MB },
      ...sourceLoader(file),
    });
  }

  /** Ends it. Resolves when it has ended, or after some seconds. */
  async stop(): Promise<void> {
    this.#stop.abort();
    const worker = this.#worker;
    if (!worker) return;
    const over = new AbortController();
    const ended = new Promise<void>(resolve =>
      worker.once('exit', () => resolve()),
    );
    this.#order('stop');
    await Promise.race([
      ended,
      wait(STOP_MS, undefined, { signal: over.signal }).catch(() => {}),
    ]);
    over.abort();
    await worker.terminate();
  }

  #order(order: ThreadOrder): void {
    this.#worker?.postMessage(order);
  }

  #hear(report: ThreadReport): void {
    const { logger, onScorecard } = this.#deps;
    if (report === 'ready') this.#hasCollected = true;
    else if ('log' in report) writeLine(logger, report.log);
    else onScorecard(report.scorecard);
  }

  #ended(worker: Worker, cause: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    if (!this.#stop.signal.aborted) this.#lost(cause);
  }

  /** It has ended, and nobody has told it to. */
  #lost(cause: unknown): void {
    const { logger } = this.#deps;
    const why = isError(cause) ? cause.message : String(cause);
    if (!this.#hasCollected) {
      this.#hasFailed = true;
      logger.error(
        `The thread that collects from clusters could not be started (${why}): the main thread collects in its place, and pages wait for it.`,
        asError(cause),
      );
      return;
    }
    const isSteady = performance.now() - this.#startedMs >= STEADY_MS;
    this.#inARow = isSteady ? 1 : this.#inARow + 1;
    const pauseMs = Math.min(
      AGAIN_AT_MOST_MS,
      AGAIN_MS * 2 ** (this.#inARow - 1),
    );
    logger.error(
      `The thread that collects from clusters ended (${why}); it is started again in ${
        pauseMs / 1000
      } s. What it was collecting is collected anew within minutes.`,
      asError(cause),
    );
    wait(pauseMs, undefined, { signal: this.#stop.signal }).then(
      () => this.#start(),
      // Stopped meanwhile.
      () => {},
    );
  }
}

/** By its shape: what a thread throws is no Error of every realm. */
function asError(cause: unknown): Error | undefined {
  return isError(cause) ? cause : undefined;
}
