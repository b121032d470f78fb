/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  grades,
  HistoryPoint,
  HistoryResolution,
  layers,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Knex } from 'knex';
import { z } from 'zod/v4';
import type { HistoryStore, Retention } from './HistoryStore';
import {
  before,
  buckets,
  dropOld,
  thinFrom,
  ThinResolution,
} from './resolutions';

/** A row of the table `history`. */
export interface HistoryRow {
  cluster: string;
  resolution: HistoryResolution;
  at: string;
  score: number | null;
  grade: string | null;
  provisional: boolean | number;
  limited_by_layer: string | null;
  snapshot_hash: string | null;
}

const DAY_MS = 86_400_000;

const pointSchema = z.object({
  score: z.number().nullable(),
  grade: z.enum(grades).nullable(),
  limited_by_layer: z.enum(layers).nullable(),
});

/** {@link HistoryStore} in SQL. */
export class DatabaseHistoryStore implements HistoryStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async range(
    cluster: string,
    resolution: HistoryResolution,
    from: string,
    to: string,
  ): Promise<HistoryPoint[]> {
    const rows = await this.#knex<HistoryRow>('history')
      .where({ cluster, resolution })
      .whereBetween('at', [from, to])
      .orderBy('at');
    return rows.map(pointOf);
  }

  async retain(now: Date, retention: Retention): Promise<void> {
    await this.#thin('hour', now);
    await this.#thin('day', now);
    await dropOld(this.#knex, 'history', now);
    const oldestSnapshot = before(now, retention.snapshotDays * DAY_MS);
    await this.#knex('snapshot')
      .where('taken_at', '<', oldestSnapshot)
      .delete();
    await this.#dropOldScorecards(oldestSnapshot);
    await this.#knex('finding')
      .where(
        'resolved_at',
        '<',
        before(now, retention.resolvedFindingDays * DAY_MS),
      )
      .delete();
  }

  /** Writes the lowest score of each hour or day; a bucket that still fills is written again next time. */
  async #thin(into: ThinResolution, now: Date): Promise<void> {
    const { from, letters, rest } = buckets[into];
    const since = await thinFrom(this.#knex, 'history', into, now);
    // Unscored points sort last: an hour is null only when all of it was.
    await this.#knex.raw(
      `insert into history (cluster, resolution, at, score, grade, provisional, limited_by_layer, snapshot_hash)
       select cluster, ?, bucket, score, grade, provisional, limited_by_layer, snapshot_hash
       from (
         select cluster, substr(at, 1, ${letters}) || ? as bucket, score, grade, provisional, limited_by_layer, snapshot_hash,
           row_number() over (
             partition by cluster, substr(at, 1, ${letters})
             order by case when score is null then 1 else 0 end, score, at
           ) as place
         from history where resolution = ? and at >= ?
       ) as ranked
       where place = 1
       on conflict (cluster, resolution, at) do update set
         score = excluded.score, grade = excluded.grade, provisional = excluded.provisional,
         limited_by_layer = excluded.limited_by_layer, snapshot_hash = excluded.snapshot_hash`,
      [into, rest, from, since],
    );
  }

  /** The scorecard in force at the limit stays, whatever its age. */
  async #dropOldScorecards(limit: string): Promise<void> {
    await this.#knex('scorecard as old')
      .where('old.taken_at', '<', limit)
      .whereExists(
        this.#knex('scorecard as newer')
          .whereRaw('newer.cluster = old.cluster')
          .whereRaw('newer.taken_at > old.taken_at')
          .where('newer.taken_at', '<=', limit)
          .select(this.#knex.raw('1')),
      )
      .delete();
  }
}

function pointOf(row: HistoryRow): HistoryPoint {
  const { score, grade, limited_by_layer: layer } = pointSchema.parse(row);
  return {
    at: row.at,
    score,
    grade,
    provisional: Boolean(row.provisional),
    ...(layer && { limitedByLayer: layer }),
    ...(row.snapshot_hash && { snapshotHash: row.snapshot_hash }),
  };
}
