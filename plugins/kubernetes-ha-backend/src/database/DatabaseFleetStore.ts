/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterQuery,
  FleetSummary,
  Grade,
  grades,
  Page,
  unknownReasons,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Knex } from 'knex';
import { ReadableClusters, whereReadable } from '../permissions/clusterFilter';
import type { AssessmentSummary } from '../assessment/storedAssessment';
import type { AssessmentRow } from './DatabaseAssessmentStore';
import { ClusterRow, knownCluster } from './DatabaseClusterStore';
import { CollectionRow, outcomeOf } from './DatabaseCollectionStore';
import type { HistoryRow } from './DatabaseHistoryStore';
import type { FleetRow, FleetStore } from './FleetStore';

/** Page size unless told: api/types.ts, ClusterQuery.limit. */
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

/** {@link FleetStore} in SQL: one query for the page, three for what belongs to it, whatever its size. */
export class DatabaseFleetStore implements FleetStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(
    query: ClusterQuery,
    readable: ReadableClusters,
    trendFrom: string,
  ): Promise<Page<FleetRow>> {
    const matching = this.#matching(readable);
    filter(matching, query, this.#knex);
    const [{ total }] = await matching
      .clone()
      .count<{ total: number | string }[]>({ total: '*' });
    const rows = await order(matching, query.order ?? 'worst-first')
      .offset(query.offset ?? 0)
      .limit(query.limit ?? DEFAULT_LIMIT)
      .select<ClusterRow[]>('cluster.*');
    return {
      items: await this.#complete(rows, trendFrom),
      totalItems: Number(total),
    };
  }

  async get(name: string, trendFrom: string): Promise<FleetRow | undefined> {
    const row = await this.#knex<ClusterRow>('cluster').where({ name }).first();
    return row && (await this.#complete([row], trendFrom))[0];
  }

  async totals(readable: ReadableClusters): Promise<FleetSummary> {
    const rows = await this.#matching(readable).select<
      Pick<
        ClusterRow & AssessmentRow,
        | 'name'
        | 'owner'
        | 'connection'
        | 'grade'
        | 'provisional'
        | 'critical_fail'
      >[]
    >(
      'cluster.name',
      'cluster.owner',
      'cluster.connection',
      'assessment.grade',
      'assessment.provisional',
      'assessment.critical_fail',
    );
    const summaries = await this.#matching(readable)
      .whereNotNull('assessment.summary')
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
      atRisk: rows
        .filter(row => Boolean(row.critical_fail))
        .map(row => row.name)
        .sort(),
      unknownByReason: addUp(summaries.map(row => summaryOf(row.summary))),
      owners: [...new Set(rows.flatMap(row => row.owner ?? []))].sort(),
    };
  }

  #matching(readable: ReadableClusters): Knex.QueryBuilder {
    const matching = this.#knex('cluster')
      .leftJoin('assessment', 'assessment.cluster', 'cluster.name')
      .where('cluster.configured', true);
    whereReadable(matching, readable);
    return matching;
  }

  async #complete(
    rows: readonly ClusterRow[],
    trendFrom: string,
  ): Promise<FleetRow[]> {
    const names = rows.map(row => row.name);
    const [collections, assessments, days] = await Promise.all([
      this.#knex<CollectionRow>('collection').whereIn('cluster', names),
      this.#knex<AssessmentRow>('assessment')
        .whereIn('cluster', names)
        .select(...assessmentColumns),
      this.#knex<HistoryRow>('history')
        .whereIn('cluster', names)
        .where('resolution', 'day')
        .where('at', '>=', trendFrom)
        .select('cluster', 'at', 'score'),
    ]);
    // By cluster once: 500 clusters have 15,000 days.
    const collectionsOf = byCluster(collections);
    const assessmentsOf = byCluster(assessments);
    const daysOf = byCluster(days);
    return rows.map(row => {
      const [assessment] = assessmentsOf.get(row.name) ?? [];
      return {
        cluster: knownCluster(row),
        collections: (collectionsOf.get(row.name) ?? []).map(outcomeOf),
        ...(assessment && { assessment: assessmentOf(assessment) }),
        daily: new Map(
          (daysOf.get(row.name) ?? []).map(day => [
            day.at.slice(0, 10),
            day.score,
          ]),
        ),
      };
    });
  }
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

function filter(
  matching: Knex.QueryBuilder,
  query: ClusterQuery,
  knex: Knex,
): void {
  if (query.search) {
    // % and _ are letters here, not wildcards.
    const pattern = `%${query.search
      .toLowerCase()
      .replace(/[\\%_]/g, letter => `\\${letter}`)}%`;
    matching.whereRaw(`cluster.search like ? escape '\\'`, [pattern]);
  }
  if (query.tier?.length) matching.whereIn('cluster.tier', query.tier);
  if (query.platform?.length) {
    matching.whereIn('cluster.platform', query.platform);
  }
  if (query.owner?.length) {
    matching.whereIn(
      'cluster.owner',
      query.owner.map(owner => owner.toLowerCase()),
    );
  }
  if (query.grade?.length) {
    const { grade: wanted } = query;
    matching.where(builder => {
      builder.whereIn(
        'assessment.grade',
        wanted.filter(grade => grade !== 'none'),
      );
      if (wanted.includes('none')) builder.orWhereNull('assessment.grade');
    });
  }
  if (query.layer?.length) {
    matching.whereIn(
      'cluster.name',
      knex('layer_state')
        .whereIn('layer', query.layer)
        .whereIn('status', ['fail', 'warn', 'unknown'])
        .select('cluster'),
    );
  }
}

function order(
  matching: Knex.QueryBuilder,
  by: NonNullable<ClusterQuery['order']>,
): Knex.QueryBuilder {
  switch (by) {
    case 'worst-first':
      // Nothing known is worse than a bad score: it may hide anything.
      return matching
        .orderByRaw('case when assessment.score is null then 0 else 1 end')
        .orderBy([{ column: 'assessment.score' }, { column: 'cluster.name' }]);
    case 'name':
      return matching.orderBy('cluster.name');
    case 'observed':
      return matching
        .orderByRaw(
          'case when assessment.observed_at is null then 0 else 1 end',
        )
        .orderBy([
          { column: 'assessment.observed_at' },
          { column: 'cluster.name' },
        ]);
    default:
      return unreachable(by);
  }
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

function addUp(
  summaries: readonly AssessmentSummary[],
): FleetSummary['unknownByReason'] {
  const sums: FleetSummary['unknownByReason'] = {};
  for (const { unknownByReason } of summaries) {
    for (const reason of unknownReasons) {
      const more = unknownByReason[reason] ?? 0;
      if (more > 0) sums[reason] = (sums[reason] ?? 0) + more;
    }
  }
  return sums;
}

function unreachable(value: never): never {
  throw new Error(`Unexpected order ${String(value)}`);
}
