/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  HistoryResolution,
  MeasurementPoint,
  Measurements,
  worstOf,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Knex } from 'knex';
import type { MeasurementStore } from './MeasurementStore';
import {
  bucketOf,
  buckets,
  dropOld,
  thinFrom,
  ThinResolution,
} from './resolutions';

/** A row of the table `measurement`. */
export interface MeasurementRow {
  cluster: string;
  resolution: HistoryResolution;
  at: string;
  body: string;
}

/** {@link MeasurementStore} in SQL. */
export class DatabaseMeasurementStore implements MeasurementStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async add(cluster: string, at: string, values: Measurements): Promise<void> {
    if (Object.keys(values).length === 0) return;
    await this.#knex<MeasurementRow>('measurement')
      .insert({
        cluster,
        resolution: 'raw',
        at: `${at.slice(0, 16)}:00.000Z`,
        body: JSON.stringify(values),
      })
      .onConflict(['cluster', 'resolution', 'at'])
      .ignore();
  }

  async range(
    cluster: string,
    resolution: HistoryResolution,
    from: string,
    to: string,
  ): Promise<MeasurementPoint[]> {
    const rows = await this.#knex<MeasurementRow>('measurement')
      .where({ cluster, resolution })
      .whereBetween('at', [from, to])
      .orderBy('at')
      .select('at', 'body');
    return rows.map(({ at, body }) => ({ at, values: valuesOf(body) }));
  }

  async retain(now: Date): Promise<void> {
    await this.#thin('hour', now);
    await this.#thin('day', now);
    await dropOld(this.#knex, 'measurement', now);
  }

  /** Cluster by cluster, so that memory holds a few hours of one at a time. */
  async #thin(into: ThinResolution, now: Date): Promise<void> {
    const { from } = buckets[into];
    const since = await thinFrom(this.#knex, 'measurement', into, now);
    const clusters = await this.#knex<MeasurementRow>('measurement')
      .where({ resolution: from })
      .where('at', '>=', since)
      .distinct('cluster');
    for (const { cluster } of clusters) {
      const rows = await this.#knex<MeasurementRow>('measurement')
        .where({ cluster, resolution: from })
        .where('at', '>=', since)
        .select('at', 'body');
      await this.#store(cluster, into, rows);
    }
  }

  async #store(
    cluster: string,
    resolution: ThinResolution,
    rows: readonly Pick<MeasurementRow, 'at' | 'body'>[],
  ): Promise<void> {
    const moments = new Map<string, Measurements[]>();
    for (const { at, body } of rows) {
      const bucket = bucketOf(at, resolution);
      const held = moments.get(bucket) ?? [];
      held.push(valuesOf(body));
      moments.set(bucket, held);
    }
    for (const [at, held] of moments) {
      await this.#knex<MeasurementRow>('measurement')
        .insert({
          cluster,
          resolution,
          at,
          body: JSON.stringify(worstOf(held)),
        })
        .onConflict(['cluster', 'resolution', 'at'])
        .merge();
    }
  }
}

/** Written by this store, from a value of this type. */
function valuesOf(body: string): Measurements {
  return JSON.parse(body) as Measurements;
}
