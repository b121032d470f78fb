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
import type { HistoryStore } from './HistoryStore';
import { buckets, dropOld, thinFrom, ThinResolution } from './resolutions';

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

  async retain(now: Date): Promise<void> {
    await this.#thin('hour', now);
    await this.#thin('day', now);
    await dropOld(this.#knex, 'history', now);
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
