/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Knex } from 'knex';
import type { ClusterRow } from './DatabaseClusterStore';
import { changesToDrop } from './keptChanges';
import { before } from './resolutions';
import type { Retention, RetentionStore } from './RetentionStore';
import { transaction } from './transaction';

const DAY_MS = 86_400_000;

/** Rows that one statement names: PostgreSQL and SQLite take thousands of parameters, a lock should be short. (proposal) */
const ROWS_AT_ONCE = 500;

/** The tables with rows about one cluster; `cluster` itself is first to go. */
const tablesOfCluster = [
  'assessment',
  'cluster_fix',
  'collection',
  'collection_schedule',
  'finding',
  'history',
  'layer_state',
  'measurement',
  'scorecard',
  'signal',
  'snapshot',
] as const;

/** {@link RetentionStore} in SQL: cluster by cluster, so that every statement finds its rows by an index that begins with the cluster. */
export class DatabaseRetentionStore implements RetentionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async dropOld(now: Date, retention: Retention): Promise<void> {
    const oldestChange = before(now, retention.snapshotDays * DAY_MS);
    const oldestFinding = before(now, retention.resolvedFindingDays * DAY_MS);
    const clusters = await this.#knex<ClusterRow>('cluster')
      .orderBy('name')
      .select('name');
    for (const { name: cluster } of clusters) {
      await this.#dropChanges(cluster, now, oldestChange);
      await this.#knex('finding')
        .where({ cluster })
        .where('resolved_at', '<', oldestFinding)
        .delete();
    }
  }

  async #dropChanges(cluster: string, now: Date, limit: string): Promise<void> {
    const rows = await this.#knex('scorecard')
      .where({ cluster })
      .select<{ taken_at: string }[]>('taken_at');
    const times = rows.map(row => row.taken_at);
    const drop = changesToDrop(times, now, limit);
    for (let first = 0; first < drop.length; first += ROWS_AT_ONCE) {
      await this.#knex('scorecard')
        .where({ cluster })
        .whereIn('taken_at', drop.slice(first, first + ROWS_AT_ONCE))
        .delete();
    }
    // Both of a change are written at one time in one transaction: a snapshot
    // without a scorecard of its time belongs to one that is gone.
    await this.#knex('snapshot')
      .where({ cluster })
      .whereNotIn(
        'taken_at',
        this.#knex('scorecard').where({ cluster }).select('taken_at'),
      )
      .delete();
  }

  async dropRemoved(now: Date, retention: Retention): Promise<string[]> {
    const limit = before(now, retention.removedClusterDays * DAY_MS);
    const candidates = await this.#knex<ClusterRow>('cluster')
      .where({ configured: false })
      .where('removed_at', '<', limit)
      .orderBy('name')
      .select('name');
    const dropped: string[] = [];
    for (const { name } of candidates) {
      if (await this.#dropCluster(name, limit)) dropped.push(name);
    }
    return dropped;
  }

  /** False when it was declared again meanwhile: its row decides, and is locked by being removed. */
  async #dropCluster(name: string, limit: string): Promise<boolean> {
    return transaction(this.#knex, async tx => {
      const rows = await tx<ClusterRow>('cluster')
        .where({ name, configured: false })
        .where('removed_at', '<', limit)
        .delete();
      if (rows === 0) return false;
      for (const table of tablesOfCluster) {
        await tx(table).where({ cluster: name }).delete();
      }
      return true;
    });
  }
}
