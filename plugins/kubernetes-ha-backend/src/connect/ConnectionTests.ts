/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  connectStateOf,
  ConnectionTest,
  connectPartsOf,
  message,
  refusal,
} from 'backstage-plugin-kubernetes-ha-common';
import {
  testConnection,
  TestableStep,
} from 'backstage-plugin-kubernetes-ha-collector';
import pLimit from 'p-limit';
import type { CollectedCluster } from '../collection/CollectionService';
import type { KnownCluster } from '../database/ClusterStore';
import type { SignalStore } from '../database/SignalStore';

/** Tests that one replica runs at once: they take nothing from the collections, which have places of their own. (proposal) */
const AT_ONCE = 4;

/** Tests that wait for others: the last of them begins within 80 s. (proposal) */
const MOST_WAITING = 16;

/** A person waits for it; the longest probe of a control plane takes 12 s. (proposal) */
const DEADLINE_MS = 20_000;

/** What is asked again within this time, or while it runs, gets the same answer, however many ask. (proposal) */
const SAME_ANSWER_MS = 5_000;

interface ConnectionTestDeps {
  /** What collects from a cluster now. */
  running: (name: string) => CollectedCluster | undefined;
  signals: Pick<SignalStore, 'readBoth'>;
  logger: LoggerService;
  now: () => Date;
}

interface Asked {
  startedMs: number;
  answer: Promise<ConnectionTest>;
  hasEnded: boolean;
}

/** Tests of one step of one cluster, on request. */
export class ConnectionTests {
  readonly #deps: ConnectionTestDeps;
  readonly #limit = pLimit(AT_ONCE);
  /** By cluster and step: the newest test, so that each waits and runs once at a time. */
  readonly #newest = new Map<string, Asked>();
  readonly #stop = new AbortController();

  constructor(deps: ConnectionTestDeps) {
    this.#deps = deps;
  }

  /**
   * Runs a test, or gives the answer of one that runs or began a moment ago. Errors:
   * NotFoundError where this replica does not collect from the cluster,
   * ConflictError for a recording, ServiceUnavailableError while too many wait.
   */
  async run(known: KnownCluster, step: TestableStep): Promise<ConnectionTest> {
    const { now } = this.#deps;
    const startedMs = now().getTime();
    for (const [key, each] of this.#newest) {
      const isOld = startedMs - each.startedMs >= SAME_ANSWER_MS;
      if (isOld && each.hasEnded) this.#newest.delete(key);
    }
    const key = `${step}:${known.facts.name}`;
    const newest = this.#newest.get(key);
    if (newest) return newest.answer;
    const { activeCount, pendingCount } = this.#limit;
    if (activeCount + pendingCount >= AT_ONCE + MOST_WAITING) {
      throw refusal(
        ServiceUnavailableError,
        message('error.tests-waiting', {
          running: AT_ONCE,
          waiting: MOST_WAITING,
        }),
      );
    }
    const answer = this.#limit(() => this.#test(known, step));
    const asked: Asked = { startedMs, answer, hasEnded: false };
    const end = () => {
      asked.hasEnded = true;
    };
    // Whoever asked hears of a failure.
    answer.then(end, end);
    this.#newest.set(key, asked);
    return answer;
  }

  /** Ends what runs. */
  stop(): void {
    this.#stop.abort();
  }

  async #test(
    { facts }: KnownCluster,
    step: TestableStep,
  ): Promise<ConnectionTest> {
    const { running, signals, logger, now } = this.#deps;
    const cluster = running(facts.name);
    if (!cluster) {
      throw refusal(
        NotFoundError,
        message('error.not-collected-here', { cluster: facts.name }),
      );
    }
    const { config, collector } = cluster;
    const collectSections = collector.collectSections?.bind(collector);
    if (!collectSections) {
      throw refusal(
        ConflictError,
        message('error.recording', { cluster: facts.name }),
      );
    }
    const startedAt = now();
    const { newest, lastObserved } = await signals.readBoth(facts.name);
    const { sections, parts } = await testConnection(
      step,
      { config, collector: { collectSections } },
      {
        cluster: facts,
        signal: AbortSignal.any([
          this.#stop.signal,
          AbortSignal.timeout(DEADLINE_MS),
        ]),
        intervalSeconds: config.intervals.controlPlaneSeconds,
        previous: newest,
        lastObserved,
        now,
        logger,
      },
    );
    return {
      step,
      state: connectStateOf(step, connectPartsOf(step, sections)),
      startedAt: startedAt.toISOString(),
      durationMs: now().getTime() - startedAt.getTime(),
      parts,
    };
  }
}
