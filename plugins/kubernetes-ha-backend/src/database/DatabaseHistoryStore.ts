/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  grades,
  HistoryResolution,
  joinBuckets,
  layers,
  ScoreBucket,
  scoreBuckets,
  verdicts,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Knex } from 'knex';
import { z } from 'zod/v4';
import type { HistoryPoint, HistoryStore } from './HistoryStore';
import { holdMsOf, keptBuckets } from './keptBuckets';
import {
  before,
  bucketOf,
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
  /** Of an hour or day: JSON, milliseconds by score. */
  held: string | null;
  /** `<verdict> <check id>` */
  headline: string | null;
}

const pointSchema = z.object({
  score: z.number().nullable(),
  grade: z.enum(grades).nullable(),
  limited_by_layer: z.enum(layers).nullable(),
});

const heldSchema = z.record(z.string(), z.number());

/** Of clusters that are no longer known: architecture, "Assessment". */
const DEFAULT_INTERVAL_SECONDS = 30;

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

  async firstAssessedAt(cluster: string): Promise<string | undefined> {
    const rows = await this.#knex<HistoryRow>('history')
      .where({ cluster })
      .groupBy('resolution')
      .select('resolution')
      .min<{ resolution: HistoryResolution; at: string }[]>({ at: 'at' });
    const oldest = new Map(rows.map(row => [row.resolution, row.at]));
    let first = oldest.get('raw');
    // An hour or day is named by its beginning: what it was made from says when it really began.
    for (const resolution of ['hour', 'day'] as const) {
      const at = oldest.get(resolution);
      if (at && (!first || at < bucketOf(first, resolution))) first = at;
    }
    return first;
  }

  async retain(now: Date): Promise<void> {
    await this.#thin('hour', now);
    await this.#thin('day', now);
    await dropOld(this.#knex, 'history', now);
  }

  /** Cluster by cluster, so that memory holds a few hours of one at a time. A bucket that still fills is written again next time. */
  async #thin(into: ThinResolution, now: Date): Promise<void> {
    const since = await thinFrom(this.#knex, 'history', into, now);
    const clusters = await this.#knex('history')
      .leftJoin('cluster', 'cluster.name', 'history.cluster')
      .where('history.resolution', buckets[into].from)
      .where('history.at', '>=', since)
      .distinct<{ cluster: string; seconds: number | null }[]>(
        'history.cluster',
        { seconds: 'cluster.control_plane_seconds' },
      );
    for (const { cluster, seconds } of clusters) {
      const holdMs = holdMsOf(seconds ?? DEFAULT_INTERVAL_SECONDS);
      const made =
        into === 'hour'
          ? await this.#hours(cluster, since, now, holdMs)
          : await this.#days(cluster, since, now);
      await this.#store(cluster, into, made);
    }
  }

  async #hours(cluster: string, since: string, now: Date, holdMs: number) {
    const from = before(new Date(since), holdMs);
    const points = await this.range(cluster, 'raw', from, now.toISOString());
    return scoreBuckets(points, {
      fromMs: Date.parse(since),
      toMs: now.getTime(),
      stepMs: buckets.hour.ms,
      holdMs,
    });
  }

  async #days(cluster: string, since: string, now: Date) {
    const hours = await this.range(cluster, 'hour', since, now.toISOString());
    return joinBuckets(keptBuckets(hours, 'hour'), buckets.day.ms);
  }

  async #store(
    cluster: string,
    resolution: ThinResolution,
    made: readonly ScoreBucket<HistoryPoint>[],
  ): Promise<void> {
    if (made.length === 0) return;
    const rows = made.map(bucket => bucketRow(cluster, resolution, bucket));
    await this.#knex<HistoryRow>('history')
      .insert(rows)
      .onConflict(['cluster', 'resolution', 'at'])
      .merge();
  }
}

/** An hour or day as it is stored. */
export function bucketRow(
  cluster: string,
  resolution: ThinResolution,
  { startMs, held, lowest }: ScoreBucket<HistoryPoint>,
): HistoryRow {
  return {
    cluster,
    resolution,
    at: new Date(startMs).toISOString(),
    score: lowest.score,
    grade: lowest.grade,
    provisional: lowest.provisional,
    limited_by_layer: lowest.limitedByLayer ?? null,
    snapshot_hash: lowest.snapshotHash ?? null,
    held: JSON.stringify(held),
    headline: headlineText(lowest.headline),
  };
}

/** A headline as it is stored. */
export function headlineText(
  headline: HistoryPoint['headline'] | undefined,
): string | null {
  return headline ? `${headline.verdict} ${headline.checkId}` : null;
}

/** A stored row as a point. */
export function pointOf(row: HistoryRow): HistoryPoint {
  const { score, grade, limited_by_layer: layer } = pointSchema.parse(row);
  const [first, checkId] = row.headline?.split(' ') ?? [];
  const verdict = verdicts.find(known => known === first);
  return {
    at: row.at,
    score,
    grade,
    provisional: Boolean(row.provisional),
    ...(layer && { limitedByLayer: layer }),
    ...(row.snapshot_hash && { snapshotHash: row.snapshot_hash }),
    ...(verdict && checkId && { headline: { verdict, checkId } }),
    ...(row.held && { held: heldSchema.parse(JSON.parse(row.held)) }),
  };
}
