/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  assess,
  ClusterSnapshot,
  ClusterSummary,
  Finding,
  HistoryPoint,
  MeasurementPoint,
  measurementsOf,
  message,
  Scorecard,
  SnapshotRef,
} from 'backstage-plugin-kubernetes-ha-common';
import type { FixtureCluster } from './fixtures/fleet';
import { snapshotOf } from './fixtures/snapshot';
import { momentsOf, MomentsQuery } from './momentsOf';

/** How long ago a cluster of the fleet changed from what it was to what it is. */
const CHANGED_MS_AGO = 660_000;

/** How long ago a finding began that was there before the change. */
const OLD_MS_AGO = 12 * 86_400_000;

/** What was stored at one moment: a snapshot and its assessment. */
interface Moment {
  snapshot: ClusterSnapshot;
  scorecard: Scorecard;
}

const isoOf = (ms: number) => new Date(ms).toISOString();

/** A cluster of the fixtures, assessed by the real checks and the real scoring. */
export class MockCluster {
  readonly #fixture: FixtureCluster;
  /** When the page was opened; the past of the cluster is told from here. */
  readonly #nowMs = Date.now();
  readonly #moments: Partial<Record<'earlier' | 'now', Moment>> = {};

  constructor(fixture: FixtureCluster) {
    this.#fixture = fixture;
  }

  get name(): string {
    return this.#fixture.facts.name;
  }

  /** What is seen now; each snapshot is as fresh as the request. */
  snapshot(): ClusterSnapshot {
    return snapshotOf(this.#fixture.facts, this.#fixture.now, Date.now());
  }

  scorecard(at = Date.now()): Scorecard {
    return this.#momentAt(at).scorecard;
  }

  snapshots(): SnapshotRef[] {
    const refOf = (
      { snapshot, scorecard }: Moment,
      cause: SnapshotRef['cause'],
    ) => ({ hash: scorecard.snapshotHash, takenAt: snapshot.takenAt, cause });
    return [
      refOf(this.#moment('now'), 'grade-changed'),
      refOf(this.#moment('earlier'), 'first'),
    ];
  }

  storedSnapshot(hash: string): ClusterSnapshot | undefined {
    return [this.#moment('now'), this.#moment('earlier')].find(
      ({ scorecard }) => scorecard.snapshotHash === hash,
    )?.snapshot;
  }

  findings(): Finding[] {
    const before = this.#moment('earlier').scorecard.results;
    return this.scorecard().results.flatMap((result): Finding[] => {
      const { status, checkId, layer, severity } = result;
      if (status === 'pass' || status === 'not-applicable') return [];
      const isOld = before.some(
        earlier => earlier.checkId === checkId && earlier.status === status,
      );
      const firstSeen = isoOf(
        this.#nowMs - (isOld ? OLD_MS_AGO : CHANGED_MS_AGO),
      );
      return [
        {
          id: `${this.name}/${checkId}/${firstSeen}`,
          cluster: this.name,
          checkId,
          layer,
          severity,
          status,
          firstSeen,
          lastSeen: isoOf(Date.now()),
          result,
        },
      ];
    });
  }

  history(query: MomentsQuery): HistoryPoint[] {
    return momentsOf(query, 30_000).map(ms => {
      const card = this.scorecard(ms);
      return {
        at: isoOf(ms),
        score: card.score,
        grade: card.grade,
        provisional: card.provisional,
        ...(card.limitedBy && { limitedByLayer: card.limitedBy.layer }),
        snapshotHash: card.snapshotHash,
      };
    });
  }

  measurements(query: MomentsQuery): MeasurementPoint[] {
    const values = measurementsOf(this.snapshot());
    return momentsOf(query, 60_000).map(ms => ({
      at: isoOf(ms),
      values,
    }));
  }

  summary(): ClusterSummary {
    const { facts, state, problems, now } = this.#fixture;
    const { name, title, tier, owner, platform, connection, recordedAt } =
      facts;
    const card = this.scorecard();
    const limit = card.results.find(
      ({ checkId }) => checkId === card.limitedBy?.checkIds[0],
    );
    const count = (status: string) =>
      card.results.filter(result => result.status === status).length;
    const before = this.#moment('earlier').scorecard.score;
    return {
      name,
      ...(title && { title }),
      tier,
      ...(owner && { owner }),
      platform,
      connection,
      observation: {
        state,
        observedAt: isoOf(
          Date.now() - (state === 'unreachable' ? 720_000 : 4_000),
        ),
        ...(recordedAt && { recordedAt }),
        intervalSeconds: 10,
        problems,
      },
      score: card.score,
      grade: card.grade,
      provisional: card.provisional,
      ...(limit && {
        limitedBy: {
          layer: limit.layer,
          checkId: limit.checkId,
          status: limit.status,
          severity: limit.severity,
          observed:
            limit.observed ?? message('section.required', { sections: [] }),
        },
      }),
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
      trend: [...Array.from({ length: 29 }, () => before), card.score],
      kubernetesVersion: 'v1.37.2',
      etcdVersion: '3.6.5',
      nodes: now.workers + now.controlPlane,
      zones: 3,
    };
  }

  #momentAt(ms: number): Moment {
    const changedMs = this.#nowMs - CHANGED_MS_AGO;
    return this.#moment(ms > changedMs ? 'now' : 'earlier');
  }

  /** Fixtures do not change while a page is open: each is assessed once. */
  #moment(when: 'earlier' | 'now'): Moment {
    const known = this.#moments[when];
    if (known) return known;
    const nowMs = this.#nowMs - (when === 'now' ? 0 : CHANGED_MS_AGO);
    const snapshot = snapshotOf(
      this.#fixture.facts,
      this.#fixture[when],
      nowMs,
    );
    const moment = { snapshot, scorecard: assess(snapshot) };
    this.#moments[when] = moment;
    return moment;
  }
}
