/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  answeredSections,
  SomeSections,
  SourceProblem,
  sourceProblems,
} from 'backstage-plugin-kubernetes-ha-common';
import {
  ClusterIdentity,
  detectPlatform,
  ClusterConfig,
  Refusal,
  Collector,
} from 'backstage-plugin-kubernetes-ha-collector';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { CollectionGroup } from 'backstage-plugin-kubernetes-ha-node';
import type { AssessmentService } from '../assessment/AssessmentService';
import type { ClusterStore, KnownCluster } from '../database/ClusterStore';
import type { CollectionStore } from '../database/CollectionStore';
import type { SignalStore } from '../database/SignalStore';
import type { RecordedPasts } from '../recorded/RecordedPasts';
import { IdentityGuard } from './IdentityGuard';
import { hasFailed } from './hasFailed';
import { baseInterval, isDue, nextInterval, withInterval } from './interval';
import { Patience } from './patience';
import { Portions } from './Portions';

/** What came of one call, and in how many seconds the next is due. */
export type CollectionResult =
  | { result: 'collected' | 'not-due'; nextSeconds: number }
  | { result: 'stopped' };

const stopped: CollectionResult = { result: 'stopped' };

/** One cluster with what sees it. */
export interface CollectedCluster {
  config: ClusterConfig;
  collector: Collector;
}

interface Collection {
  sections: SomeSections;
  readingMs: number;
  /** False while the connection answers for another cluster: nothing of it is stored. */
  trusted: boolean;
  /** Why the cluster does not say who it is. */
  refusal?: Refusal;
}

/** What is known before the cluster is asked. */
interface Begun {
  startedAt: Date;
  baseSeconds: number;
  last: Awaited<ReturnType<CollectionStore['get']>>;
  epoch: number;
  known: KnownCluster;
  stored: Awaited<ReturnType<SignalStore['readBoth']>>;
}

/** Collects from a cluster, stores what was seen, and has it assessed. */
export class CollectionService {
  readonly #deps: {
    clusters: ClusterStore;
    signals: SignalStore;
    collections: CollectionStore;
    assessments: Pick<AssessmentService, 'assess'>;
    /** Gives a recorded cluster its past, before it is collected. */
    recordedPasts?: Pick<RecordedPasts, 'ensure'>;
    logger: LoggerService;
    now: () => Date;
    /** From 0 to 1: spreads the collections of silent clusters. */
    random?: () => number;
  };
  readonly #identities: IdentityGuard;
  /** Of each group by itself: no control plane waits for the objects of a large cluster. */
  readonly #portions: Record<CollectionGroup, Portions> = {
    'control-plane': new Portions(),
    inventory: new Portions(),
  };

  constructor(deps: {
    clusters: ClusterStore;
    signals: SignalStore;
    collections: CollectionStore;
    assessments: Pick<AssessmentService, 'assess'>;
    recordedPasts?: Pick<RecordedPasts, 'ensure'>;
    logger: LoggerService;
    now: () => Date;
    random?: () => number;
  }) {
    this.#deps = deps;
    this.#identities = new IdentityGuard(deps);
  }

  /** Collections of a group that wait for this process, not for their cluster. */
  waiting(group: CollectionGroup): number {
    return this.#portions[group].waiting;
  }

  /** One collection of one group. Ends early, storing nothing, when `signal` does. */
  async collect(
    cluster: CollectedCluster,
    group: CollectionGroup,
    signal: AbortSignal,
  ): Promise<CollectionResult> {
    await this.#deps.recordedPasts?.ensure(cluster);
    if (signal.aborted) return stopped;
    const portions = this.#portions[group];
    const begun = await portions.run(() => this.#begin(cluster.config, group));
    if ('result' in begun) return begun;
    const seen = await this.#observe(cluster, group, begun, signal);
    if (signal.aborted) return stopped;
    const nextSeconds = await portions.run(() =>
      this.#store(cluster, group, begun, seen),
    );
    return { result: 'collected', nextSeconds };
  }

  async #begin(
    config: ClusterConfig,
    group: CollectionGroup,
  ): Promise<Begun | CollectionResult> {
    const { clusters, signals, collections, now } = this.#deps;
    const { name } = config;
    const baseSeconds = baseInterval(config, group);
    const last = await collections.get(name, group);
    const startedAt = now();
    if (last && !isDue(last, baseSeconds, startedAt.getTime())) {
      const waitMs = Date.parse(last.nextDueAt) - startedAt.getTime();
      return { result: 'not-due', nextSeconds: waitMs / 1000 };
    }

    // Taken first: a collection that began later wins over this one.
    const epoch = await clusters.nextEpoch(name);
    const known = await clusters.get(name);
    if (!known) return stopped;
    const stored = await signals.readBoth(name);
    return { startedAt, baseSeconds, last, epoch, known, stored };
  }

  async #store(
    cluster: CollectedCluster,
    group: CollectionGroup,
    { startedAt, baseSeconds, last, epoch, known, stored }: Begun,
    seen: Collection,
  ): Promise<number> {
    const { signals, collections, assessments, now } = this.#deps;
    const { name } = cluster.config;
    const answered = answeredSections(seen.sections).length;
    // What answers for another cluster is neither silent nor failing.
    const inARow = (is: boolean, before = 0) =>
      seen.trusted && is ? before + 1 : 0;
    const silent = inARow(answered === 0, last?.silent);
    const failed = inARow(hasFailed(seen.sections), last?.failed);
    const nextSeconds = nextInterval(
      baseSeconds,
      { readingMs: seen.readingMs, silent, failed },
      (this.#deps.random ?? Math.random)(),
    );
    if (seen.trusted) {
      await signals.write(
        name,
        epoch,
        withInterval(nextSeconds, seen.sections),
      );
      if (mayNamePlatform(seen.sections, stored.newest)) {
        await this.#recognise(cluster.config, known);
      }
    }
    const endedAt = now();
    await collections.put(
      {
        cluster: name,
        group,
        startedAt: startedAt.toISOString(),
        endedAt: endedAt.toISOString(),
        nextDueAt: new Date(
          startedAt.getTime() + nextSeconds * 1000,
        ).toISOString(),
        durationMs: endedAt.getTime() - startedAt.getTime(),
        intervalSeconds: nextSeconds,
        sections: cluster.collector.sectionsOf(group).length,
        answered,
        silent,
        failed,
        problems: await this.#problems(cluster, group, seen),
      },
      epoch,
    );
    await assessments.assess(name, group);
    return nextSeconds;
  }

  /** Collects from the cluster and makes sure that it is this one that answers. */
  async #observe(
    { config, collector }: CollectedCluster,
    group: CollectionGroup,
    { baseSeconds, last, epoch, known, stored }: Begun,
    signal: AbortSignal,
  ): Promise<Collection> {
    const nothing: Collection = { sections: {}, readingMs: 0, trusted: false };
    const { now, logger } = this.#deps;
    const { newest, lastObserved } = stored;
    const wasSilent = (last?.silent ?? 0) > 0;
    const intervalSeconds = wasSilent
      ? baseSeconds
      : Math.max(baseSeconds, last?.intervalSeconds ?? 0);
    // Side by side, so that an API server that does not answer costs no time
    // twice. Whose answers they are is decided before anything is stored.
    const patience = new Patience(signal, wasSilent);
    const [{ identity, refusal }, collected] = await Promise.all([
      patience.until(collector.identity(patience.signal)),
      collector.collect(group, {
        cluster: known.facts,
        signal: patience.signal,
        intervalSeconds,
        previous: newest,
        lastObserved,
        now,
        logger,
      }),
    ]);
    patience.end();
    if (signal.aborted) return nothing;
    const { etcd } = collected.sections;
    const seen: ClusterIdentity = {
      ...identity,
      ...(etcd?.state === 'observed' && {
        etcdClusterId: etcd.value.clusterId,
      }),
    };
    if (!(await this.#identities.admits(config, seen, epoch - 1)))
      return nothing;
    return { ...collected, trusted: true, ...(refusal && { refusal }) };
  }

  /** What hindered a collection, in words for the page of the cluster. */
  async #problems(
    { config, collector }: CollectedCluster,
    group: CollectionGroup,
    { trusted, refusal, sections }: Collection,
  ): Promise<SourceProblem[]> {
    if (!trusted) {
      const after = await this.#deps.clusters.get(config.name);
      return after?.conflict
        ? [
            {
              source: 'identity',
              sections: [...collector.sectionsOf(group)],
              reason: 'identity-changed',
              detail: after.conflict.detail,
            },
          ]
        : [];
    }
    const problems = sourceProblems(sections);
    // A cluster that answers and does not say who it is could be exchanged unnoticed.
    if (!refusal || answeredSections(sections).length === 0) return problems;
    const { reason, detail } = refusal;
    return [...problems, { source: 'identity', sections: [], reason, detail }];
  }

  async #recognise(config: ClusterConfig, known: KnownCluster): Promise<void> {
    if (config.platform !== 'auto') return;
    const { clusters, signals } = this.#deps;
    const platform = detectPlatform(await signals.read(config.name));
    if (platform && platform !== known.facts.platform) {
      await clusters.recognise(config.name, platform);
    }
  }
}

/** Whether a collection saw anything of what names a platform that was not known before. */
function mayNamePlatform(seen: SomeSections, before: SomeSections): boolean {
  if (seen.nodes || seen.pods) return true;
  return versionOf(seen) !== versionOf(before);
}

function versionOf({ version }: SomeSections): string | undefined {
  return version?.state === 'observed' ? version.value.gitVersion : undefined;
}
