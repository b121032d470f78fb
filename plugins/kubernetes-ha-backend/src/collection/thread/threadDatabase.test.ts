/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import knexFactory, { Knex } from 'knex';
import { TestFolder } from 'backstage-plugin-kubernetes-ha-collector/src/__testUtils__/TestFolder';
import { testDatabases } from '../../__testUtils__/databases';
import { openDatabase, secondOpening } from './threadDatabase';

const databases = testDatabases();
const folder = new TestFolder();

/** Options as another thread gets them. Fails the test where there are none. */
function optionsOf(knex: Knex) {
  const opening = secondOpening(knex);
  if ('obstacle' in opening) throw new Error(opening.obstacle);
  return structuredClone(opening.database);
}

function sqlite(filename: string): Knex {
  return knexFactory({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
  });
}

describe('the database of a collecting thread', () => {
  it('is the file that the plugin has open, with foreign keys held', async () => {
    const first = sqlite(folder.at('plugin.sqlite'));
    await first.schema.createTable('parent', table => {
      table.string('name').primary();
    });
    await first.schema.createTable('child', table => {
      table.string('parent').references('parent.name');
    });
    const second = await openDatabase(optionsOf(first));
    await second('parent').insert({ name: 'one' });
    expect(await first('parent').select()).toEqual([{ name: 'one' }]);
    await expect(second('child').insert({ parent: 'none' })).rejects.toThrow(
      'FOREIGN KEY',
    );
    await second.destroy();
    await first.destroy();
  });

  if (databases.supports('POSTGRES_16')) {
    it('is the same one on PostgreSQL, as the role that Backstage takes', async () => {
      const first = await databases.init('POSTGRES_16');
      const role = 'collects "at night"';
      await first.raw('drop role if exists ??', [role]);
      await first.raw('create role ??', [role]);
      await first.raw('grant ?? to current_user', [role]);
      const { rows } = await first.raw('select current_database() as name');
      const second = await openDatabase({ ...optionsOf(first), role });
      const seen = await second.raw(
        'select current_database() as name, current_user as role',
      );
      expect(seen.rows).toEqual([{ ...rows[0], role }]);
      await second.destroy();
    });
  }

  it('is opened with the password, which Knex hides', () => {
    const knex = knexFactory({
      client: 'pg',
      connection: { host: 'db', user: 'backstage', password: 'secret' },
      pool: { min: 0, max: 3 },
      searchPath: ['kubernetes-ha'],
    });
    expect(optionsOf(knex)).toEqual({
      client: 'pg',
      connection: { host: 'db', user: 'backstage', password: 'secret' },
      pool: { min: 0, max: 3 },
      searchPath: ['kubernetes-ha'],
    });
  });

  it.each([
    [
      'lies in memory',
      { client: 'better-sqlite3', connection: { filename: ':memory:' } },
      'the database lies in memory',
    ],
    [
      'lies in memory, in few words',
      { client: 'better-sqlite3', connection: ':memory:' },
      'the database lies in memory',
    ],
    [
      'has credentials from a function',
      { client: 'pg', connection: async () => ({ password: 'token' }) },
      'a function provides the credentials of the database, and runs only in the main thread',
    ],
  ])('is none when it %s', (_, config, obstacle) => {
    const knex = knexFactory({ useNullAsDefault: true, ...config });
    expect(secondOpening(knex)).toEqual({ obstacle });
  });
});
