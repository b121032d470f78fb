/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { NotFoundError } from '@backstage/errors';
import {
  assess,
  ClusterQuery,
  ClusterSignals,
  clusterSignals,
  ClusterSnapshot,
  ClusterSummary,
  describeChecks,
  Finding,
  FleetSummary,
  grades,
  HistoryPoint,
  HistoryResolution,
  KubernetesHaApi,
  MeasurementPoint,
  measurementsOf,
  message,
  Page,
  Scorecard,
  SectionName,
  SnapshotRef,
} from 'backstage-plugin-kubernetes-ha-common';
import { DevCluster } from './fixtures/fleet';
import { snapshotOf } from './fixtures/snapshot';

/** When the dev fleet changed from what it was to what it is, in seconds ago. */
const CHANGED_SECONDS_AGO = 660;

/** How far apart the points of the dev history are. */
const HISTORY_STEP_MS: Record<HistoryResolution, number> = {
  raw: 30_000,
  hour: 3_600_000,
  day: 86_400_000,
};

/**
 * The API of the backend, answered in the browser: snapshots of the fixtures,
 * judged by the real checks and the real scoring.
 */
export class DevKubernetesHaApi implements KubernetesHaApi {
  readonly #clusters: readonly DevCluster[];
  /** Fixtures do not change while the page is open: each is judged once. */
  readonly #scorecards = new Map<string, Scorecard>();

  constructor(clusters: readonly DevCluster[]) {
    this.#clusters = clusters;
  }

  async getFleet(): Promise<FleetSummary> {
    const all = this.#clusters.map(cluster => this.#summaryOf(cluster));
    return {
      clusters: all.length,
      recorded: all.filter(({ observation }) => observation.recordedAt).length,
      byGrade: Object.fromEntries(
        grades.map(grade => [
          grade,
          all.filter(item => item.grade === grade).length,
        ]),
      ) as FleetSummary['byGrade'],
      ungraded: all.filter(({ grade }) => grade === null).length,
      provisional: all.filter(({ provisional }) => provisional).length,
      atRisk: all
        .filter(
          ({ limitedBy }) =>
            limitedBy?.severity === 'critical' && limitedBy.status === 'fail',
        )
        .map(({ name }) => name),
      unknownByReason: this.#unknownByReason(),
      owners: [...new Set(all.flatMap(({ owner }) => owner ?? []))].sort(),
    };
  }

  async listClusters(query: ClusterQuery = {}): Promise<Page<ClusterSummary>> {
    const { search = '', offset = 0, limit = 100 } = query;
    const items = this.#clusters
      .map(cluster => this.#summaryOf(cluster))
      .filter(
        item =>
          `${item.name} ${item.title} ${item.owner}`.includes(search) &&
          (query.tier?.includes(item.tier) ?? true) &&
          (query.owner?.includes(item.owner ?? '') ?? true) &&
          (query.platform?.includes(item.platform) ?? true) &&
          (query.grade?.includes(item.grade ?? 'none') ?? true) &&
          (query.layer?.some(layer =>
            item.layers.some(
              found =>
                found.layer === layer &&
                ['warn', 'fail', 'unknown'].includes(found.status),
            ),
          ) ??
            true),
      )
      .sort((a, b) => (a.score ?? -1) - (b.score ?? -1));
    return {
      items: items.slice(offset, offset + limit),
      totalItems: items.length,
    };
  }

  async getCluster(name: string) {
    return this.#summaryOf(this.#find(name));
  }

  async getScorecard(name: string) {
    return this.#judge(this.#find(name));
  }

  async getCurrentSnapshot(name: string): Promise<ClusterSnapshot> {
    const { facts, now } = this.#find(name);
    return snapshotOf(facts, now, Date.now());
  }

  async getSignals<K extends SectionName>(
    name: string,
    sections: readonly K[],
  ): Promise<ClusterSignals<K>> {
    return clusterSignals(await this.getCurrentSnapshot(name), sections);
  }

  async listSnapshots(): Promise<Page<SnapshotRef>> {
    return { items: [], totalItems: 0 };
  }

  async getSnapshot(name: string) {
    return this.getCurrentSnapshot(name);
  }

  async listFindings(name: string): Promise<Page<Finding>> {
    const cluster = this.#find(name);
    const before = this.#judge(cluster, CHANGED_SECONDS_AGO);
    const items = this.#judge(cluster).results.flatMap((result): Finding[] => {
      const { status, checkId, layer, severity } = result;
      if (status === 'pass' || status === 'not-applicable') return [];
      const earlier = before.results.find(item => item.checkId === checkId);
      const secondsAgo =
        earlier?.status === status ? 12 * 86_400 : CHANGED_SECONDS_AGO;
      const firstSeen = new Date(Date.now() - secondsAgo * 1000).toISOString();
      return [
        {
          id: `${name}/${checkId}/${firstSeen}`,
          cluster: name,
          checkId,
          layer,
          severity,
          status,
          firstSeen,
          lastSeen: new Date().toISOString(),
          result,
        },
      ];
    });
    return { items, totalItems: items.length };
  }

  async getHistory(
    name: string,
    options: { from?: string; resolution?: HistoryResolution } = {},
  ): Promise<HistoryPoint[]> {
    const cluster = this.#find(name);
    const fromMs = Date.parse(
      options.from ?? new Date(Date.now() - 86_400_000).toISOString(),
    );
    const stepMs = HISTORY_STEP_MS[options.resolution ?? 'raw'];
    const steps = Math.floor((Date.now() - fromMs) / stepMs);
    return Array.from({ length: steps }, (_, step) => {
      const ms = fromMs + stepMs * step;
      const card = this.#judge(cluster, (Date.now() - ms) / 1000);
      return {
        at: new Date(ms).toISOString(),
        score: card.score,
        grade: card.grade,
        provisional: card.provisional,
        limitedByLayer: card.limitedBy?.layer,
      };
    });
  }

  async getMeasurements(
    name: string,
    options: { from?: string; resolution?: HistoryResolution } = {},
  ): Promise<MeasurementPoint[]> {
    const fromMs = Date.parse(
      options.from ?? new Date(Date.now() - 86_400_000).toISOString(),
    );
    const stepMs = Math.max(
      60_000,
      HISTORY_STEP_MS[options.resolution ?? 'raw'],
    );
    const steps = Math.floor((Date.now() - fromMs) / stepMs);
    const values = measurementsOf(await this.getCurrentSnapshot(name));
    return Array.from({ length: steps }, (_, step) => ({
      at: new Date(fromMs + stepMs * step).toISOString(),
      values,
    }));
  }

  async listChecks() {
    return describeChecks();
  }

  #find(name: string): DevCluster {
    const found = this.#clusters.find(({ facts }) => facts.name === name);
    if (!found) {
      throw new NotFoundError(
        `There is no cluster "${name}" in the dev fleet.`,
      );
    }
    return found;
  }

  #judge(cluster: DevCluster, secondsAgo = 0): Scorecard {
    const changed = secondsAgo < CHANGED_SECONDS_AGO;
    const key = `${cluster.facts.name}/${changed}`;
    const known = this.#scorecards.get(key);
    if (known) return known;
    const card = assess(
      snapshotOf(
        cluster.facts,
        changed ? cluster.now : cluster.earlier,
        Date.now(),
      ),
    );
    this.#scorecards.set(key, card);
    return card;
  }

  #unknownByReason() {
    const counts: FleetSummary['unknownByReason'] = {};
    for (const cluster of this.#clusters) {
      for (const { status, severity, reason } of this.#judge(cluster).results) {
        const counted = severity === 'critical' || severity === 'high';
        if (status === 'unknown' && counted && reason) {
          counts[reason] = (counts[reason] ?? 0) + 1;
        }
      }
    }
    return counts;
  }

  #summaryOf(cluster: DevCluster): ClusterSummary {
    const card = this.#judge(cluster);
    const { name, title, tier, owner, platform, connection } = cluster.facts;
    const limit = card.results.find(
      ({ checkId }) => checkId === card.limitedBy?.checkIds[0],
    );
    const count = (status: string) =>
      card.results.filter(result => result.status === status).length;
    return {
      name,
      title,
      tier,
      owner,
      platform,
      connection,
      observation: {
        state: cluster.state,
        observedAt: new Date(
          Date.now() - (cluster.state === 'unreachable' ? 720_000 : 4000),
        ).toISOString(),
        recordedAt: cluster.facts.recordedAt,
        intervalSeconds: 10,
        problems: cluster.problems,
      },
      score: card.score,
      grade: card.grade,
      provisional: card.provisional,
      limitedBy: limit && {
        layer: limit.layer,
        checkId: limit.checkId,
        status: limit.status,
        severity: limit.severity,
        observed:
          limit.observed ?? message('section.required', { sections: [] }),
      },
      layers: card.layers.map(({ layer, score, status, provisional }) => ({
        layer,
        score,
        status,
        provisional,
      })),
      coverage: card.coverage,
      openFindings: {
        fail: count('fail'),
        warn: count('warn'),
        unknown: count('unknown'),
      },
      trend: [
        ...Array.from(
          { length: 29 },
          () => this.#judge(cluster, CHANGED_SECONDS_AGO).score,
        ),
        card.score,
      ],
      kubernetesVersion: 'v1.37.2',
      etcdVersion: '3.6.5',
      nodes: cluster.now.workers + cluster.now.controlPlane,
      zones: 3,
    };
  }
}
