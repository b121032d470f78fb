/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterQuery,
  clusterVerdicts,
  FleetGroup,
  FleetGrouping,
  FleetSummary,
  Grade,
  grades,
  Page,
  Steps,
  unknownReasons,
} from 'backstage-plugin-kubernetes-ha-common';
import { inSlices } from 'backstage-plugin-kubernetes-ha-collector';
import type { Knex } from 'knex';
import type { ReadableClusters } from '../permissions/clusterFilter';
import type { AssessmentSummary } from '../assessment/storedAssessment';
import type { AssessmentRow } from './assessmentRows';
import { ClusterRow, knownCluster } from './DatabaseClusterStore';
import { CollectionRow, outcomeOf } from './DatabaseCollectionStore';
import type { HistoryRow } from './DatabaseHistoryStore';
import { filterFleet } from './fleetFilter';
import { orderFleet, verdictRank } from './fleetOrder';
import type { FleetPast, FleetRow, FleetStore } from './FleetStore';
import { groupFleetRows } from './groupFleetRows';
import { lastWeekOf } from './lastWeek';
import { matchingClusters } from './matchingClusters';

/** Nobody else is served while SQLite answers: what changed of 500 clusters since last week takes 70 ms. (measured) */
const CLUSTERS_A_QUERY = 100;

/** Rows between two pauses: one is some kilobytes of JSON. */
const ROWS_A_STEP = 16;

/** Default page size: api/types.ts, ClusterQuery.limit. */
const DEFAULT_LIMIT = 100;

const assessmentColumns = [
  'cluster',
  'taken_at',
  'observed_at',
  'score',
  'grade',
  'provisional',
  'open_fail',
  'open_warn',
  'open_unknown',
  'summary',
] as const;
type AssessmentPart = Pick<AssessmentRow, (typeof assessmentColumns)[number]>;

/** {@link FleetStore} in SQL: one query for the page, and for what belongs to it five for every hundred clusters. */
export class DatabaseFleetStore implements FleetStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(
    query: ClusterQuery,
    readable: ReadableClusters,
    past: FleetPast,
  ): Promise<Page<FleetRow>> {
    const matching = this.#matching(readable);
    filterFleet(matching, query, this.#knex);
    const [{ total }] = await matching
      .clone()
      .count<{ total: number | string }[]>({ total: '*' });
    const rows = await orderFleet(matching, query, this.#knex)
      .offset(query.offset ?? 0)
      .limit(query.limit ?? DEFAULT_LIMIT)
      .select<ClusterRow[]>('cluster.*');
    return {
      items: await this.#complete(rows, past),
      totalItems: Number(total),
    };
  }

  async get(name: string, past: FleetPast): Promise<FleetRow | undefined> {
    const row = await this.#knex<ClusterRow>('cluster').where({ name }).first();
    return row && (await this.#complete([row], past))[0];
  }

  async groups(
    by: FleetGrouping,
    query: ClusterQuery,
    readable: ReadableClusters,
  ): Promise<Page<FleetGroup>> {
    const matching = this.#matching(readable);
    filterFleet(matching, query, this.#knex);
    const { offset = 0, limit = DEFAULT_LIMIT } = query;
    return groupFleetRows(matching, by, { offset, limit }, this.#knex);
  }

  async totals(readable: ReadableClusters): Promise<FleetSummary> {
    const rows = await this.#matching(readable).select<
      (Pick<
        ClusterRow & AssessmentRow,
        | 'name'
        | 'owner'
        | 'connection'
        | 'grade'
        | 'provisional'
        | 'critical_fail'
      > & { verdict: number })[]
    >(
      'cluster.name',
      'cluster.owner',
      'cluster.connection',
      'assessment.grade',
      'assessment.provisional',
      'assessment.critical_fail',
      this.#knex.raw(`${verdictRank} as verdict`),
    );
    const summaries = await this.#matching(readable)
      .where('assessment.open_unknown', '>', 0)
      .select<Pick<AssessmentRow, 'summary'>[]>('assessment.summary');
    const byGrade = Object.fromEntries(
      grades.map(grade => [grade, rows.filter(r => r.grade === grade).length]),
    ) as Record<Grade, number>;
    return {
      clusters: rows.length,
      recorded: rows.filter(row => row.connection === 'recorded').length,
      byGrade,
      ungraded: rows.filter(row => row.grade === null).length,
      provisional: rows.filter(row => Boolean(row.provisional)).length,
      byVerdict: Object.fromEntries(
        clusterVerdicts.map((verdict, rank) => [
          verdict,
          rows.filter(row => row.verdict === rank).length,
        ]),
      ) as FleetSummary['byVerdict'],
      atRisk: rows
        .filter(row => Boolean(row.critical_fail))
        .map(row => row.name)
        .sort(),
      broken: rows
        .filter(row => clusterVerdicts[row.verdict] === 'broken')
        .map(({ name }) => name)
        .sort(),
      unknownByReason: await inSlices(addUp(summaries)),
      owners: [...new Set(rows.flatMap(row => row.owner ?? []))].sort(),
    };
  }

  #matching(readable: ReadableClusters): Knex.QueryBuilder {
    return matchingClusters(this.#knex, readable);
  }

  async #complete(
    rows: readonly ClusterRow[],
    past: FleetPast,
  ): Promise<FleetRow[]> {
    const complete: FleetRow[] = [];
    for (let first = 0; first < rows.length; first += CLUSTERS_A_QUERY) {
      const some = rows.slice(first, first + CLUSTERS_A_QUERY);
      complete.push(...(await this.#completeSome(some, past)));
    }
    return complete;
  }

  async #completeSome(
    rows: readonly ClusterRow[],
    past: FleetPast,
  ): Promise<FleetRow[]> {
    const names = rows.map(row => row.name);
    const [collections, assessments, days, lastWeeks] = await Promise.all([
      this.#knex<CollectionRow>('collection').whereIn('cluster', names),
      this.#knex<AssessmentRow>('assessment')
        .whereIn('cluster', names)
        .select(...assessmentColumns),
      this.#knex<HistoryRow>('history')
        .whereIn('cluster', names)
        .where('resolution', 'day')
        .where('at', '>=', past.trendFrom)
        .select('cluster', 'at', 'score'),
      lastWeekOf(this.#knex, names, past.weekAgo),
    ]);
    return inSlices(
      fleetRows(rows, { collections, assessments, days, lastWeeks }),
    );
  }
}

/** What belongs to the clusters of a page. */
interface Belongings {
  collections: readonly CollectionRow[];
  assessments: readonly AssessmentPart[];
  days: readonly Pick<HistoryRow, 'cluster' | 'at' | 'score'>[];
  lastWeeks: ReadonlyMap<string, NonNullable<FleetRow['lastWeek']>>;
}

function* fleetRows(
  rows: readonly ClusterRow[],
  { collections, assessments, days, lastWeeks }: Belongings,
): Steps<FleetRow[]> {
  // By cluster once: a hundred clusters have 3,000 days.
  const collectionsOf = byCluster(collections);
  const assessmentsOf = byCluster(assessments);
  const daysOf = byCluster(days);
  const complete: FleetRow[] = [];
  for (const [place, row] of rows.entries()) {
    if (place % ROWS_A_STEP === 0) yield;
    const [assessment] = assessmentsOf.get(row.name) ?? [];
    const lastWeek = lastWeeks.get(row.name);
    complete.push({
      cluster: knownCluster(row),
      collections: (collectionsOf.get(row.name) ?? []).map(outcomeOf),
      ...(assessment && { assessment: assessmentOf(assessment) }),
      daily: new Map(
        (daysOf.get(row.name) ?? []).map(day => [
          day.at.slice(0, 10),
          day.score,
        ]),
      ),
      ...(lastWeek && { lastWeek }),
    });
  }
  return complete;
}

function byCluster<T extends { cluster: string }>(
  rows: readonly T[],
): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.cluster);
    if (group) group.push(row);
    else groups.set(row.cluster, [row]);
  }
  return groups;
}

function assessmentOf(
  row: AssessmentPart,
): NonNullable<FleetRow['assessment']> {
  return {
    takenAt: row.taken_at,
    ...(row.observed_at && { observedAt: row.observed_at }),
    score: row.score,
    grade: row.grade,
    provisional: Boolean(row.provisional),
    openFindings: {
      fail: row.open_fail,
      warn: row.open_warn,
      unknown: row.open_unknown,
    },
    summary: summaryOf(row.summary),
  };
}

/** Written by the assessment store, from a value of this type. */
function summaryOf(text: string): AssessmentSummary {
  return JSON.parse(text) as AssessmentSummary;
}

function* addUp(
  rows: readonly Pick<AssessmentRow, 'summary'>[],
): Steps<FleetSummary['unknownByReason']> {
  const sums: FleetSummary['unknownByReason'] = {};
  for (const [place, { summary }] of rows.entries()) {
    if (place % ROWS_A_STEP === 0) yield;
    const { unknownByReason } = summaryOf(summary);
    for (const reason of unknownReasons) {
      const more = unknownByReason[reason] ?? 0;
      if (more > 0) sums[reason] = (sums[reason] ?? 0) + more;
    }
  }
  return sums;
}
