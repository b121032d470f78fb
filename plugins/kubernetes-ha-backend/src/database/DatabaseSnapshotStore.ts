/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  ClusterSnapshot,
  Page,
  SnapshotRef,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Knex } from 'knex';
import { unpackSnapshot } from './snapshotPacking';
import type { SnapshotStore } from './SnapshotStore';

interface SnapshotRow {
  cluster: string;
  hash: string;
  taken_at: string;
  cause: SnapshotRef['cause'];
  encoding: string;
  body: Buffer;
}

/** {@link SnapshotStore} in SQL. */
export class DatabaseSnapshotStore implements SnapshotStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(
    cluster: string,
    page: { offset: number; limit: number },
  ): Promise<Page<SnapshotRef>> {
    const matching = this.#knex<SnapshotRow>('snapshot').where({ cluster });
    const [{ total }] = await matching
      .clone()
      .count<{ total: number | string }[]>({ total: '*' });
    const rows = await matching
      .orderBy([{ column: 'taken_at', order: 'desc' }, { column: 'hash' }])
      .offset(page.offset)
      .limit(page.limit)
      .select('hash', 'taken_at', 'cause');
    return {
      items: rows.map(({ hash, taken_at: takenAt, cause }) => ({
        hash,
        takenAt,
        cause,
      })),
      totalItems: Number(total),
    };
  }

  async get(
    cluster: string,
    hash: string,
  ): Promise<ClusterSnapshot | undefined> {
    const row = await this.#knex<SnapshotRow>('snapshot')
      .where({ cluster, hash })
      .first('encoding', 'body');
    return row && unpackSnapshot(row);
  }
}
