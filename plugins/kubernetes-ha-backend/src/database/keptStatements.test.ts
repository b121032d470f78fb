/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import knexFactory, { Knex } from 'knex';
import { keepStatements } from './keptStatements';

let knex: Knex;
/** What SQLite compiled. */
let compiled: string[];

async function begin(most?: number): Promise<void> {
  knex = knexFactory({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  await knex.schema.createTable('seen', table => {
    table.integer('n').primary();
  });
  const connection = await knex.client.acquireConnection();
  const prepare = connection.prepare.bind(connection);
  compiled = [];
  connection.prepare = (sql: string) => {
    compiled.push(sql);
    return prepare(sql);
  };
  await knex.client.releaseConnection(connection);
  await keepStatements(knex, most);
}
afterEach(() => knex.destroy());

const add = (n: number) => knex('seen').insert({ n });
const find = (n: number) => knex('seen').where({ n }).pluck('n');

it('compiles a statement once, and runs it with the values of each time', async () => {
  await begin();
  for (const n of [1, 2, 3]) await add(n);
  expect(await Promise.all([3, 4, 1].map(find))).toEqual([[3], [], [1]]);
  expect(compiled).toHaveLength(2);
});

it('goes on with a statement that has failed, in a transaction as well', async () => {
  await begin();
  await add(1);
  await expect(
    knex.transaction(async trx => {
      await trx('seen').insert({ n: 2 });
      await trx('seen').insert({ n: 1 });
    }),
  ).rejects.toThrow('UNIQUE');
  await add(3);
  expect(await knex('seen').orderBy('n').pluck('n')).toEqual([1, 3]);
});

it('keeps no more than its bound, and drops what was not used for longest', async () => {
  await begin(2);
  const limit = (rows: number) => knex.raw(`select n from seen limit ${rows}`);
  for (const rows of [1, 2, 1, 3, 1, 2]) await limit(rows);
  expect(compiled.map(sql => sql.at(-1))).toEqual(['1', '2', '3', '2']);
});

it('lets others in while a loop asks for nothing but rows', async () => {
  await begin();
  await add(1);
  let letIn = false;
  setImmediate(() => {
    letIn = true;
  });
  let asked = 0;
  while (!letIn && asked < 50_000) {
    await find(1);
    asked += 1;
  }
  expect(letIn).toBe(true);
});

it('keeps a transaction whole while others are let in', async () => {
  await begin();
  const adding = async (from: number) =>
    knex.transaction(async trx => {
      for (let n = from; n < from + 500; n += 1)
        await trx('seen').insert({ n });
      // As it failed half-way: none of it stays.
      if (from === 500) throw new Error('given up');
    });
  const done = await Promise.allSettled([0, 500, 1_000].map(adding));
  expect(done.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  const rows = await knex('seen').orderBy('n').pluck('n');
  expect(rows).toHaveLength(1_000);
  expect(rows.some((n: number) => n >= 500 && n < 1_000)).toBe(false);
});
