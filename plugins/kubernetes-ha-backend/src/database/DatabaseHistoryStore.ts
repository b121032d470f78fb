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

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Before every point there is. */
const BEGINNING = new Date(0).toISOString();

/** Raw 48 h, hourly 30 d, daily 2 y: architecture, "Assessment". */
const keptMs: Record<HistoryResolution, number> = {
  raw: 2 * DAY_MS,
  hour: 30 * DAY_MS,
  day: 730 * DAY_MS,
};

/** Letters of an ISO time that name its hour or its day, and what completes it to the beginning. */
const buckets = {
  hour: { from: 'raw', letters: 13, rest: ':00:00.000Z' },
  day: { from: 'hour', letters: 10, rest: 'T00:00:00.000Z' },
} as const;

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
    await this.#thin('hour', await this.#thinFrom('hour', now, HOUR_MS));
    await this.#thin('day', await this.#thinFrom('day', now, DAY_MS));
    for (const [resolution, kept] of Object.entries(keptMs)) {
      await this.#knex('history')
        .where({ resolution })
        .where('at', '<', before(now, kept))
        .delete();
    }
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

  /**
   * From where to thin: the bucket before the newest one that is stored, so
   * that runs which were missed, for hours or days, are made up for by the
   * next; two buckets back at least, for a replica whose clock is ahead.
   */
  async #thinFrom(
    into: HistoryResolution,
    now: Date,
    bucketMs: number,
  ): Promise<string> {
    const newest = await this.#knex<HistoryRow>('history')
      .where({ resolution: into })
      .max<{ at: string | null }>({ at: 'at' })
      .first();
    if (!newest?.at) return BEGINNING;
    const resumed = before(new Date(newest.at), bucketMs);
    const recent = before(now, 2 * bucketMs);
    return resumed < recent ? resumed : recent;
  }

  /** Writes the lowest score of each hour or day since `since`; a bucket that still fills is written again next time. */
  async #thin(into: 'hour' | 'day', since: string): Promise<void> {
    const { from, letters, rest } = buckets[into];
    const first = `${since.slice(0, letters)}${rest}`;
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
      [into, rest, from, first],
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

function before(now: Date, ms: number): string {
  return new Date(now.getTime() - ms).toISOString();
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
