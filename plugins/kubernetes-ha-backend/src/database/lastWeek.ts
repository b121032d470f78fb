/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  ChangedCauses,
  ScoreChange,
} from 'backstage-plugin-kubernetes-ha-common';
import { grades } from 'backstage-plugin-kubernetes-ha-common';
import type { Knex } from 'knex';
import type { HistoryRow } from './DatabaseHistoryStore';
import { causedColumns, causeOfRow } from './keptCause';
import { bucketOf, before } from './resolutions';
import type { FindingRow } from './syncFindings';

const HOUR_MS = 3_600_000;

/** Hours before the one that is compared with that may stand in for it: the backend may just have been restarted. (proposal) */
const SPARE_HOURS = 3;

/** Causes that are named: api/types.ts, ChangedCauses.first. */
const NAMED = 10;

/** A changed cause: its most urgent finding stands for it. */
type ChangedRow = Pick<
  FindingRow,
  'cluster' | 'check_id' | 'status' | 'cause' | 'rank'
> & { is_open: number; begun: string };

/**
 * How each of these clusters was at `weekAgo` (ISO 8601 UTC), by name, and what
 * has changed since; nothing for those that were not assessed then. Two
 * queries, however many there are.
 */
export async function lastWeekOf(
  knex: Knex,
  clusters: readonly string[],
  weekAgo: string,
): Promise<ReadonlyMap<string, ScoreChange>> {
  const hours = await knex<HistoryRow>('history')
    .whereIn('cluster', clusters)
    .where('resolution', 'hour')
    .whereBetween('at', [
      bucketOf(before(new Date(weekAgo), SPARE_HOURS * HOUR_MS), 'hour'),
      weekAgo,
    ])
    .orderBy('at')
    .select('cluster', 'at', 'score', 'grade', 'provisional');
  // Later hours replace earlier ones.
  const then = new Map(hours.map(hour => [hour.cluster, hour]));
  const changed = new Map<string, ChangedRow[]>();
  for (const row of await changedCauses(knex, [...then.keys()], weekAgo)) {
    const rows = changed.get(row.cluster);
    if (rows) rows.push(row);
    else changed.set(row.cluster, [row]);
  }
  return new Map(
    [...then].map(([cluster, hour]) => {
      const rows = changed.get(cluster) ?? [];
      const change: ScoreChange = {
        at: hour.at,
        score: hour.score,
        grade: grades.find(grade => grade === hour.grade) ?? null,
        provisional: Boolean(hour.provisional),
        appeared: inShort(rows.filter(row => Number(row.is_open) === 1)),
        resolved: inShort(rows.filter(row => Number(row.is_open) === 0)),
      };
      return [cluster, change];
    }),
  );
}

/** Causes that are open and began since, and those that are gone and were there before, the most urgent first. */
async function changedCauses(
  knex: Knex,
  clusters: readonly string[],
  since: string,
): Promise<ChangedRow[]> {
  const recent = knex<FindingRow>('finding')
    .whereIn('cluster', clusters)
    .where(row =>
      row.whereNull('resolved_at').orWhere('resolved_at', '>', since),
    )
    .select('cluster', 'rank', ...causedColumns)
    .select(
      knex.raw(
        `row_number() over (${ofCause} order by rank, check_id, first_seen desc) as place`,
      ),
      knex.raw(`min(first_seen) over (${ofCause}) as begun`),
      knex.raw(
        `max(case when resolved_at is null then 1 else 0 end) over (${ofCause}) as is_open`,
      ),
    );
  return knex
    .from(recent.as('recent'))
    .where('place', 1)
    .where(row =>
      row
        .where(open => open.where('is_open', 1).where('begun', '>', since))
        .orWhere(gone => gone.where('is_open', 0).where('begun', '<=', since)),
    )
    .orderBy(['rank', 'check_id'])
    .select<ChangedRow[]>('*');
}

const ofCause =
  "partition by cluster, coalesce(cause_id, 'check:' || check_id)";

function inShort(rows: readonly ChangedRow[]): ChangedCauses {
  return { count: rows.length, first: rows.slice(0, NAMED).map(causeOfRow) };
}
