/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  canonicalHash,
  Check,
  ClusterFacts,
  Policy,
  SomeSections,
} from 'backstage-plugin-kubernetes-ha-common';
import type { PlayedRecording } from 'backstage-plugin-kubernetes-ha-collector';
import limit from 'p-limit';
import type { CollectedCluster } from '../collection/CollectionService';
import type { AssessmentStore } from '../database/AssessmentStore';
import type { ClusterStore } from '../database/ClusterStore';
import type { SignalStore } from '../database/SignalStore';
import type { PastStore, StoredPast } from '../database/PastStore';
import { keptMs } from '../database/resolutions';
import { Intervals, PLAYED_HOURS_AGO } from './pastInstants';
import { pastHistory, pastMeasurements } from './pastRows';
import { playPast } from './playPast';

/**
 * Points that all recorded clusters together bring of the last hours: four of
 * them two days each, five hundred a few hours. (proposal)
 */
const MOST_POINTS = 100_000;

/**
 * With more recorded clusters than these a past has the present loop alone: of
 * each further loop a cluster keeps 0.3 MB of findings and snapshots. (proposal)
 */
const MOST_WITH_LOOPS = 50;

interface RecordedPastsDeps {
  assessments: Pick<AssessmentStore, 'head'>;
  clusters: Pick<ClusterStore, 'get' | 'nextEpoch'>;
  signals: Pick<SignalStore, 'write'>;
  pasts: PastStore;
  /** How many clusters play a recording. */
  recordedClusters: () => number;
  checks: readonly Check[];
  policy: () => Policy;
  logger: LoggerService;
  now: () => Date;
}

/**
 * Gives recorded clusters a past before they are assessed for the first time.
 * Clusters that play one recording and are alike in what is assessed share what
 * was played: it is made once while any of them waits for it.
 */
export class RecordedPasts {
  readonly #deps: RecordedPastsDeps;
  /** Clusters that are done, and those whose past is being made. */
  readonly #clusters = new Map<string, Promise<void>>();
  readonly #playing = new WeakMap<PlayedRecording, Map<string, Shared>>();
  /** One after the other, so that the first cluster has its past soon, and few of them are in memory. */
  readonly #plays = limit(1);
  /** As {@link #plays}: a past writes thousands of rows. */
  readonly #stores = limit(1);

  constructor(deps: RecordedPastsDeps) {
    this.#deps = deps;
  }

  /**
   * Resolves when the cluster has its past, or needs none: it plays no recording
   * or was assessed before. Throws nothing: without a past a cluster begins now.
   */
  async ensure({
    config: { name },
    collector: { recording },
  }: Pick<CollectedCluster, 'config' | 'collector'>): Promise<void> {
    if (!recording) return;
    const known = this.#clusters.get(name);
    if (known) {
      await known;
      return;
    }
    const made = this.#make(name, recording).catch(error => {
      this.#deps.logger.error(
        `The past of the recorded cluster ${name} could not be made: its history begins now.`,
        error instanceof Error ? error : new Error(String(error)),
      );
    });
    this.#clusters.set(name, made);
    await made;
  }

  async #make(name: string, recording: PlayedRecording): Promise<void> {
    const { assessments, clusters, pasts, signals } = this.#deps;
    const { version } = await assessments.head(name);
    const cluster = await clusters.get(name);
    if (version > 0 || !cluster) return;
    const { facts, controlPlaneSeconds, inventorySeconds } = cluster;
    const intervals = { controlPlaneSeconds, inventorySeconds };
    await this.#sharing(recording, facts, intervals, async past => {
      if (!past) return;
      const isStored = await this.#stores(() =>
        pasts.store(facts, past.stored),
      );
      if (!isStored) return;
      // Or the first assessment of now would see one group alone.
      const epoch = await clusters.nextEpoch(name);
      await signals.write(name, epoch, past.signals);
    });
  }

  /** Runs `use` with the past of everything that is assessed alike; it is dropped when nobody uses it any more. */
  async #sharing(
    recording: PlayedRecording,
    facts: ClusterFacts,
    intervals: Intervals,
    use: (past: PlayedPast | undefined) => Promise<void>,
  ): Promise<void> {
    const of = this.#playing.get(recording) ?? new Map<string, Shared>();
    this.#playing.set(recording, of);
    const {
      name: _name,
      title: _title,
      owner: _owner,
      uid: _uid,
      ...alike
    } = facts;
    const key = canonicalHash([alike, intervals, this.#deps.policy()]);
    const shared = of.get(key) ?? {
      past: this.#plays(() => this.#play(recording, facts, intervals)),
      users: 0,
    };
    of.set(key, shared);
    shared.users += 1;
    try {
      await use(await shared.past);
    } finally {
      shared.users -= 1;
      if (shared.users === 0) of.delete(key);
    }
  }

  async #play(
    recording: PlayedRecording,
    facts: ClusterFacts,
    intervals: Intervals,
  ): Promise<PlayedPast | undefined> {
    const { checks, policy, logger, recordedClusters } = this.#deps;
    const now = this.#deps.now();
    const past = await playPast({
      recording,
      facts,
      intervals,
      playedHoursAgo:
        recordedClusters() > MOST_WITH_LOOPS ? [] : PLAYED_HOURS_AGO,
      checks,
      policy: policy(),
      now,
      logger,
    });
    if (!past) return undefined;
    const intervalMs = intervals.controlPlaneSeconds * 1000;
    const shareMs =
      (MOST_POINTS / Math.max(1, recordedClusters())) * 2 * intervalMs;
    const time = {
      nowMs: now.getTime(),
      rawFromMs: now.getTime() - Math.min(keptMs.raw, shareMs),
      intervalMs,
    };
    const { changes, findings, newest, signals } = past;
    return {
      signals,
      stored: {
        changes,
        findings,
        newest,
        history: pastHistory(past, time),
        measurements: pastMeasurements(past, time),
      },
    };
  }
}

interface PlayedPast {
  stored: StoredPast;
  signals: SomeSections;
}

interface Shared {
  past: Promise<PlayedPast | undefined>;
  /** Clusters that wait for it or are storing it. */
  users: number;
}
