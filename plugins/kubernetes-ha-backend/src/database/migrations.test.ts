/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { readdirSync } from 'node:fs';
import { testDatabases } from '../__testUtils__/databases';
import { migrationsDirectory } from './migrate';

const databases = testDatabases();
/** Tables that Knex keeps for itself. */
const own = ['knex_migrations', 'knex_migrations_lock', 'sqlite_sequence'];

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  it('go up one by one and down again, leaving nothing', async () => {
    const knex = await databases.init(id);
    const tables = async (): Promise<string[]> => {
      const rows =
        id === 'SQLITE_3'
          ? await knex('sqlite_master').where('type', 'table').select('name')
          : await knex('information_schema.tables')
              .where('table_schema', 'public')
              .select('table_name as name');
      return rows
        .map((row: { name: string }) => row.name)
        .filter(name => !own.includes(name))
        .sort();
    };

    expect(await tables()).toEqual([]);
    const files = readdirSync(migrationsDirectory).filter(f =>
      f.endsWith('.js'),
    );
    const after: string[][] = [];
    for (const _ of files) {
      await knex.migrate.up({ directory: migrationsDirectory });
      after.push(await tables());
    }
    expect(after.at(-1)).toEqual([
      'assessment',
      'cluster',
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
    ]);
    for (const step of after.reverse().slice(1)) {
      await knex.migrate.down({ directory: migrationsDirectory });
      expect(await tables()).toEqual(step);
    }
    await knex.migrate.down({ directory: migrationsDirectory });
    expect(await tables()).toEqual([]);
  });
});
