/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  assess,
  ChangedCauses,
  CheckResult,
  ClusterConnectionGuide,
  ClusterSnapshot,
  ClusterSummary,
  countByVerdict,
  connectPartsOf,
  connectStateOf,
  ConnectionTest,
  ConnectStepId,
  connectStepsOf,
  Finding,
  IncidentList,
  incidentsOf,
  limitingLink,
  MeasurementPoint,
  Measurements,
  measurementsOf,
  message,
  Scorecard,
  ScoreChange,
  ScoreHistory,
  SnapshotRef,
  summariseCause,
} from 'backstage-plugin-kubernetes-ha-common';
import type { FixtureCluster } from './fixtures/fleet';
import { snapshotOf } from './fixtures/snapshot';
import { historyOf } from './historyOf';
import { momentsOf, MomentsQuery } from './momentsOf';

/** How long ago a cluster of the fleet changed from what it was to what it is. */
const CHANGED_MS_AGO = 660_000;

/** How long ago a finding began that was there before the change. */
const OLD_MS_AGO = 12 * 86_400_000;

/** A machine of a sound control plane was down for four minutes, three hours ago. */
const OUTAGE = { msAgo: 3 * 3_600_000, ms: 240_000 };

/** What was stored at one moment: a snapshot and its assessment. */
interface Moment {
  snapshot: ClusterSnapshot;
  scorecard: Scorecard;
  measured: Measurements;
}

const isoOf = (ms: number) => new Date(ms).toISOString();

type When = 'earlier' | 'outage' | 'now';

/** A cluster of the fixtures, assessed by the real checks and the real scoring. */
export class MockCluster {
  readonly #fixture: FixtureCluster;
  /** When the page was opened; the past of the cluster is told from here. */
  readonly #nowMs = Date.now();
  readonly #moments: Partial<Record<When, Moment>> = {};

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

  /** As the signals are: a mock has nobody to ask. */
  connectionTest(step: ConnectStepId): ConnectionTest {
    const parts = connectPartsOf(step, this.snapshot().sections);
    return {
      step,
      state: connectStateOf(step, parts),
      startedAt: isoOf(Date.now()),
      durationMs: 12,
      parts: parts.map(({ name, via, state, detail }) => ({
        ...(name && { name }),
        via,
        state,
        ...(detail && { detail }),
      })),
    };
  }

  /** Recipes are written by the backend; here one in their form. */
  connection(): ClusterConnectionGuide {
    const { name } = this;
    const { sections } = this.snapshot();
    const recipe = {
      id: 'kubeadm',
      yaml: `kubernetesHa:\n  clusters:\n    - name: ${name}\n`,
      commands: [`scp root@10.0.0.11:/etc/kubernetes/pki/etcd/ca.crt .`],
    } as const;
    return {
      cluster: name,
      configuration: {
        state: 'in-force',
        since: isoOf(this.#nowMs),
        problems: [],
      },
      steps: connectStepsOf(sections, this.scorecard().results).map(step => ({
        ...step,
        recipes:
          step.state === 'connected' || step.state === 'absent' ? [] : [recipe],
      })),
    };
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

  findings(state: 'open' | 'resolved' | 'all' = 'open'): Finding[] {
    return [
      ...(state === 'resolved' ? [] : this.#openFindings()),
      ...(state === 'open' ? [] : this.#resolvedFindings()),
    ];
  }

  #openFindings(): Finding[] {
    const before = this.#moment('earlier').scorecard.results;
    return this.scorecard().results.flatMap(result =>
      this.#findingOf(result, {
        firstSeenMs:
          this.#nowMs - (isIn(before, result) ? OLD_MS_AGO : CHANGED_MS_AGO),
      }),
    );
  }

  /** What the outage added to what was there. */
  #resolvedFindings(): Finding[] {
    if (!this.#hadOutage()) return [];
    const before = this.#moment('earlier').scorecard.results;
    const firstSeenMs = this.#nowMs - OUTAGE.msAgo;
    return this.#moment('outage')
      .scorecard.results.filter(({ checkId }) =>
        before.some(was => was.checkId === checkId && !was.verdict),
      )
      .flatMap(result =>
        this.#findingOf(result, {
          firstSeenMs,
          resolvedMs: firstSeenMs + OUTAGE.ms,
        }),
      );
  }

  #findingOf(
    result: CheckResult,
    { firstSeenMs, resolvedMs }: { firstSeenMs: number; resolvedMs?: number },
  ): Finding[] {
    const { status, checkId, layer, severity } = result;
    if (status === 'pass' || status === 'not-applicable') return [];
    const firstSeen = isoOf(firstSeenMs);
    return [
      {
        id: `${this.name}/${checkId}/${firstSeen}`,
        cluster: this.name,
        checkId,
        layer,
        severity,
        status,
        firstSeen,
        lastSeen: isoOf(resolvedMs ?? Date.now()),
        ...(resolvedMs && { resolvedAt: isoOf(resolvedMs) }),
        result,
      },
    ];
  }

  incidents(
    query: { from?: string; to?: string },
    limit: number,
  ): IncidentList {
    const to = query.to ?? isoOf(Date.now());
    const from = query.from ?? isoOf(Date.parse(to) - 86_400_000);
    const causes = (['now', 'outage'] as const).flatMap(
      when => this.#moment(when).scorecard.causes ?? [],
    );
    const spans = this.findings('all')
      .filter(
        ({ firstSeen, resolvedAt }) =>
          firstSeen <= to && (resolvedAt ?? to) >= from,
      )
      .flatMap(({ result: _, cluster: __, lastSeen: ___, ...finding }) => {
        const cause = causes.find(({ checkIds }) =>
          checkIds.includes(finding.checkId),
        );
        return cause ? [{ ...finding, cause: summariseCause(cause) }] : [];
      });
    const all = incidentsOf(spans);
    return { items: all.slice(0, limit), more: all.length > limit };
  }

  history(query: {
    from?: string;
    to?: string;
    stepSeconds?: number;
  }): ScoreHistory {
    return historyOf(query, ms => this.scorecard(ms));
  }

  measurements(query: MomentsQuery): MeasurementPoint[] {
    return momentsOf(query, 60_000).map(ms => ({
      at: isoOf(ms),
      values: this.#momentAt(ms).measured,
    }));
  }

  /** As the answer about this one cluster: with what a recording plays, 150 s after its beginning. */
  inDetail(): ClusterSummary {
    const summary = this.summary();
    if (!this.#fixture.facts.recordedAt) return summary;
    const positionSeconds = 150;
    return {
      ...summary,
      observation: {
        ...summary.observation,
        replay: {
          title: 'A member is stopped',
          startedAt: isoOf(Date.now() - positionSeconds * 1000),
          positionSeconds,
          durationSeconds: 600,
          now: [
            {
              atSeconds: 117,
              what: message('replay.etcd-stopped', { name: 'cp-b' }),
            },
          ],
          next: {
            atSeconds: 237,
            what: message('replay.etcd-started', { name: 'cp-b' }),
          },
        },
      },
    };
  }

  summary(): ClusterSummary {
    const { facts, state, problems, now } = this.#fixture;
    const { name, title, tier, owner, platform, connection, recordedAt } =
      facts;
    const card = this.scorecard();
    const limit = limitingLink(card, card.limitedBy?.checkIds[0]);
    const first = limitingLink(card, card.headline?.checkIds[0]);
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
      ...(limit && { limitedBy: limit }),
      ...(first &&
        card.headline && {
          headline: { ...first, verdict: card.headline.verdict },
        }),
      ...(card.causes && { causes: countByVerdict(card.causes) }),
      ...(card.possible && { possible: card.possible }),
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
      lastWeek: this.#lastWeek(),
      kubernetesVersion: 'v1.37.2',
      etcdVersion: '3.6.5',
      nodes: now.workers + now.controlPlane,
      zones: 3,
    };
  }

  #lastWeek(): ScoreChange {
    const then = this.#moment('earlier').scorecard;
    const now = this.scorecard();
    return {
      at: `${isoOf(this.#nowMs - 7 * 86_400_000).slice(0, 13)}:00:00.000Z`,
      score: then.score,
      grade: then.grade,
      provisional: then.provisional,
      appeared: causesOnlyIn(now, then),
      resolved: causesOnlyIn(then, now),
    };
  }

  /** Only where a machine can be lost at all, and is seen. */
  #hadOutage(): boolean {
    const { controlPlane, members, dead, etcd } = this.#fixture.earlier;
    return (
      controlPlane === 3 && members === 3 && !dead.length && etcd === 'seen'
    );
  }

  #momentAt(ms: number): Moment {
    const agoMs = this.#nowMs - ms;
    if (agoMs < CHANGED_MS_AGO) return this.#moment('now');
    const sinceMs = OUTAGE.msAgo - agoMs;
    const isOutage = sinceMs >= 0 && sinceMs < OUTAGE.ms && this.#hadOutage();
    return this.#moment(isOutage ? 'outage' : 'earlier');
  }

  /** Fixtures do not change while a page is open: each is assessed once. */
  #moment(when: When): Moment {
    const known = this.#moments[when];
    if (known) return known;
    const { facts, earlier, now } = this.#fixture;
    const shape = when === 'now' ? now : earlier;
    const msAgo = { now: 0, earlier: CHANGED_MS_AGO, outage: OUTAGE.msAgo };
    const snapshot = snapshotOf(
      facts,
      when === 'outage' && this.#hadOutage() ? { ...shape, dead: [1] } : shape,
      this.#nowMs - msAgo[when],
    );
    const moment = {
      snapshot,
      scorecard: assess(snapshot),
      measured: measurementsOf(snapshot),
    };
    this.#moments[when] = moment;
    return moment;
  }
}

/** Whether a check has been so before. */
function isIn(before: readonly CheckResult[], result: CheckResult): boolean {
  return before.some(
    ({ checkId, status }) =>
      checkId === result.checkId && status === result.status,
  );
}

function causesOnlyIn(one: Scorecard, other: Scorecard): ChangedCauses {
  const known = new Set(other.causes?.map(({ id }) => id));
  const only = one.causes?.filter(({ id }) => !known.has(id)) ?? [];
  return { count: only.length, first: only.slice(0, 10).map(summariseCause) };
}
