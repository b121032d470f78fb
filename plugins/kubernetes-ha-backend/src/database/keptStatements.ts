/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Knex } from 'knex';

/** The plugin has some 60; one that writes several rows is another for each number of them. (proposal) */
const MOST_STATEMENTS = 300;

/** As much of a connection of better-sqlite3 as is used here. */
interface SqliteConnection {
  prepare(sql: string): object;
}

/**
 * Knex has SQLite compile each statement each time; of a collection's time in the
 * database that is half. Here the connection keeps what it has compiled, the
 * least recently used is dropped. Before it, the schema must be as it will be:
 * a statement knows the columns of when it was compiled. Does nothing on other
 * databases; a connection that was opened anew compiles as before.
 * Source: https://www.sqlite.org/c3ref/stmt.html
 */
export async function keepStatements(
  knex: Knex,
  most: number = MOST_STATEMENTS,
): Promise<void> {
  if (knex.client.config.client !== 'better-sqlite3') return;
  const connection: SqliteConnection = await knex.client.acquireConnection();
  try {
    const prepare = connection.prepare.bind(connection);
    const kept = new Map<string, object>();
    connection.prepare = sql => {
      const statement = kept.get(sql) ?? prepare(sql);
      // The end of a Map is its youngest.
      kept.delete(sql);
      kept.set(sql, statement);
      if (kept.size > most) {
        const [oldest] = kept.keys();
        kept.delete(oldest);
      }
      return statement;
    };
  } finally {
    await knex.client.releaseConnection(connection);
  }
}
