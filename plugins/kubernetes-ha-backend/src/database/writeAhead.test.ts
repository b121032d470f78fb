/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import knexFactory, { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { migratedDatabase } from './migrate';

const databases = testDatabases();
async function migrated(knex: Knex): Promise<Knex> {
  return migratedDatabase(
    mockServices.database.mock({ getClient: async () => knex }),
  );
}

it('a SQLite file waits for the disk when its log is copied, not at every commit', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kubernetes-ha-test-'));
  const knex = await migrated(
    knexFactory({
      client: 'better-sqlite3',
      connection: { filename: join(folder, 'portal.sqlite') },
      useNullAsDefault: true,
    }),
  );
  try {
    expect(await knex.raw('pragma journal_mode')).toEqual([
      { journal_mode: 'wal' },
    ]);
    // 1 is NORMAL.
    expect(await knex.raw('pragma synchronous')).toEqual([{ synchronous: 1 }]);
  } finally {
    await knex.destroy();
    rmSync(folder, { recursive: true });
  }
});

it.each(databases.eachSupportedId())('%s is migrated as before', async id => {
  const knex = await migrated(await databases.init(id));
  expect(await knex('cluster').select()).toEqual([]);
});
