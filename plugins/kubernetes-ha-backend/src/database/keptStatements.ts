/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { anotherTurnIfSpent } from 'backstage-plugin-kubernetes-ha-collector';
import type { Knex } from 'knex';

/** The plugin has some 60; one that writes several rows is another for each number of them. (proposal) */
const MOST_STATEMENTS = 300;

/** As much of a connection of better-sqlite3 as is used here. */
interface SqliteConnection {
  prepare(sql: string): Statement;
}

/** As much of a statement of better-sqlite3 as Knex runs; it awaits what comes of `all` and `run`. */
interface Statement {
  readonly reader: boolean;
  all(bindings: unknown): unknown;
  run(bindings: unknown): unknown;
  safeIntegers(toggle?: boolean): unknown;
  iterate(bindings: unknown): unknown;
}

/**
 * Knex has SQLite compile each statement each time; of a collection's time in the
 * database that is half. Here the connection keeps what it has compiled, the
 * least recently used is dropped. Before it, the schema must be as it will be:
 * a statement knows the columns of when it was compiled.
 *
 * SQLite answers within the turn of the event loop in which it is asked, so that a
 * loop over statements, and all that is made of their rows, is one turn; here it
 * is many: the hourly thinning of 500 clusters held up a portal for 0.7 s. (measured)
 *
 * Does nothing on other databases; a connection that was opened anew compiles as
 * before.
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
    const kept = new Map<string, Statement>();
    connection.prepare = sql => {
      const statement = kept.get(sql) ?? lettingOthersIn(prepare(sql));
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

/** A statement that waits for another turn of the event loop where this one was worked in for long. */
function lettingOthersIn(statement: Statement): Statement {
  return {
    reader: statement.reader,
    async all(bindings) {
      await anotherTurnIfSpent();
      return statement.all(bindings);
    },
    async run(bindings) {
      await anotherTurnIfSpent();
      return statement.run(bindings);
    },
    safeIntegers: toggle => statement.safeIntegers(toggle),
    iterate: bindings => statement.iterate(bindings),
  };
}
