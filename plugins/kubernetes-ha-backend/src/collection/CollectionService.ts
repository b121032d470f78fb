/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SourceProblem } from 'backstage-plugin-kubernetes-ha-common';
import type { CollectionGroup } from 'backstage-plugin-kubernetes-ha-node';
import type { AssessmentService } from '../assessment/AssessmentService';
import { detectPlatform } from '../clusters/detectPlatform';
import { judgeIdentity } from '../clusters/judgeIdentity';
import type { ClusterConfig } from '../config/clusterConfig';
import type {
  ClusterIdentity,
  ClusterStore,
  KnownCluster,
} from '../database/ClusterStore';
import type { CollectionStore } from '../database/CollectionStore';
import type { SignalStore, SomeSections } from '../database/SignalStore';
import { answeredSections } from './answered';
import type { Collector } from './Collector';
import { stretchedInterval } from './interval';
import { problemsOf } from './problems';

/** What came of one call. */
export type CollectionResult = 'collected' | 'not-due' | 'stopped';

/** One cluster with what sees it. */
export interface CollectedCluster {
  config: ClusterConfig;
  collector: Collector;
}

interface Look {
  sections: SomeSections;
  readingMs: number;
  /** False while the connection answers for another cluster: nothing of it is stored. */
  trusted: boolean;
}

/** Looks at a cluster, stores what was seen, and has it judged. */
export class CollectionService {
  readonly #deps: {
    clusters: ClusterStore;
    signals: SignalStore;
    collections: CollectionStore;
    assessments: Pick<AssessmentService, 'assess'>;
    logger: LoggerService;
    now: () => Date;
  };

  constructor(deps: {
    clusters: ClusterStore;
    signals: SignalStore;
    collections: CollectionStore;
    assessments: Pick<AssessmentService, 'assess'>;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#deps = deps;
  }

  /** One collection of one group. Ends early, storing nothing, when `signal` does. */
  async collect(
    cluster: CollectedCluster,
    group: CollectionGroup,
    signal: AbortSignal,
  ): Promise<CollectionResult> {
    const { clusters, signals, collections, assessments, now } = this.#deps;
    const { name } = cluster.config;
    const baseSeconds = baseInterval(cluster.config, group);
    const last = await collections.get(name, group);
    const startedAt = now();
    // Half a base interval early is in time: the scheduler's own ticks wander by seconds.
    const dueMs = last
      ? Date.parse(last.nextDueAt) - (baseSeconds * 1000) / 2
      : 0;
    if (startedAt.getTime() < dueMs) return 'not-due';

    // Taken before the look: a look that began later wins over this one.
    const epoch = await clusters.nextEpoch(name);
    const known = await clusters.get(name);
    if (!known) return 'stopped';
    const intervalSeconds = Math.max(baseSeconds, last?.intervalSeconds ?? 0);
    const look = await this.#look(
      cluster,
      group,
      known,
      intervalSeconds,
      signal,
    );
    if (signal.aborted) return 'stopped';

    if (look.trusted) {
      await signals.write(name, epoch, look.sections);
      await this.#recognise(cluster.config, known);
    }
    const endedAt = now();
    const nextSeconds = stretchedInterval(baseSeconds, look.readingMs);
    const after = look.trusted ? undefined : await clusters.get(name);
    await collections.put({
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
      told: answeredSections(look.sections).length,
      problems: after?.conflict
        ? [identityProblem(cluster, group, after.conflict.detail)]
        : problemsOf(look.sections),
    });
    await assessments.assess(name);
    return 'collected';
  }

  /** Looks at the cluster and makes sure that it is this one that answers. */
  async #look(
    { config, collector }: CollectedCluster,
    group: CollectionGroup,
    known: KnownCluster,
    intervalSeconds: number,
    signal: AbortSignal,
  ): Promise<Look> {
    const nothing: Look = { sections: {}, readingMs: 0, trusted: false };
    const { signals, now, logger } = this.#deps;
    const previous = await signals.read(config.name);
    // Side by side, so that an API server that does not answer costs no time
    // twice. Whose answers they are is judged before anything is stored.
    const [{ identity: answered }, collected] = await Promise.all([
      collector.identity(signal),
      collector.collect(group, {
        cluster: known.facts,
        signal,
        intervalSeconds,
        previous,
        now,
        logger,
      }),
    ]);
    if (signal.aborted) return nothing;
    const { etcd } = collected.sections;
    const seen: ClusterIdentity = {
      ...answered,
      ...(etcd?.state === 'observed' && {
        etcdClusterId: etcd.value.clusterId,
      }),
    };
    if (!(await this.#isSame(config, known, seen))) return nothing;
    // Another part of the identity may still be in conflict, though this look did not see it.
    const conflict = (await this.#deps.clusters.get(config.name))?.conflict;
    return conflict ? nothing : { ...collected, trusted: true };
  }

  /** Acts on what an answer says about the identity. False when nothing of this look may be stored. */
  async #isSame(
    config: ClusterConfig,
    known: KnownCluster,
    seen: ClusterIdentity,
  ): Promise<boolean> {
    const { clusters, signals, logger, now } = this.#deps;
    const { name } = config;
    const judged = judgeIdentity(known, seen, config.acceptIdentity, now());
    switch (judged.verdict) {
      case 'same':
        if (judged.identity) {
          await clusters.rememberIdentity(name, {
            ...judged.identity,
            since: known.identity?.since ?? now().toISOString(),
          });
        }
        if (judged.conflictIsOver) {
          await clusters.markConflict(name, null);
          logger.info(`Cluster ${name} answers as itself again.`);
        }
        return true;
      case 'accepted':
        await signals.forget(name);
        await clusters.rememberIdentity(name, {
          ...judged.identity,
          since: now().toISOString(),
        });
        await clusters.markConflict(name, null);
        logger.info(`Cluster ${name}: another identity was accepted.`, {
          ...judged.identity,
        });
        return true;
      case 'changed':
        await clusters.markConflict(name, judged.conflict);
        if (!known.conflict) {
          logger.error(`Cluster ${name}: ${judged.conflict.detail}.`);
        }
        return false;
      default:
        return unreachable(judged);
    }
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

function baseInterval(config: ClusterConfig, group: CollectionGroup): number {
  switch (group) {
    case 'control-plane':
      return config.intervals.controlPlaneSeconds;
    case 'inventory':
      return config.intervals.inventorySeconds;
    default:
      return unreachable(group);
  }
}

function identityProblem(
  { collector }: CollectedCluster,
  group: CollectionGroup,
  detail: string,
): SourceProblem {
  return {
    source: 'identity',
    sections: [...collector.sectionsOf(group)],
    reason: 'identity-changed',
    detail,
  };
}

function unreachable(value: never): never {
  throw new Error(`Unexpected value ${JSON.stringify(value)}`);
}
