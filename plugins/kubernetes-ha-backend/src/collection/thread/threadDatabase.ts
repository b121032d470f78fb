/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import knexFactory, { Knex } from 'knex';
import { keepStatements } from '../../database/keptStatements';
import { writeAhead } from '../../database/writeAhead';

/** Options of Knex that another thread can be handed; holds credentials. */
export type ThreadDatabase = Knex.Config & {
  /** The one that Backstage takes on PostgreSQL. */
  role?: string;
};

/** How the plugin's database is opened a second time, or why it cannot be. */
export type SecondOpening = { database: ThreadDatabase } | { obstacle: string };

/**
 * Whether another thread can open the database that this one has open: not one
 * that lies in memory, nor one whose credentials a function provides (tokens of
 * a cloud's identity).
 */
export function secondOpening(knex: Knex): SecondOpening {
  const { config } = knex.client;
  const { connection, pool, ...rest } = config;
  if (isInMemory(config)) return { obstacle: 'the database lies in memory' };
  try {
    return {
      database: structuredClone({
        ...rest,
        connection: withPassword(connection),
        ...(pool && { pool }),
      }),
    };
  } catch {
    return {
      obstacle:
        'a function provides the credentials of the database, and runs only in the main thread',
    };
  }
}

/** Opens the database, which is up to date, as the plugin has it open. */
export async function openDatabase(database: ThreadDatabase): Promise<Knex> {
  const knex = knexFactory({
    ...database,
    pool: { ...database.pool, afterCreate: preparation(database) },
  });
  await writeAhead(knex);
  await keepStatements(knex);
  return knex;
}

function isInMemory({ connection }: Knex.Config): boolean {
  const name =
    typeof connection === 'object' && 'filename' in connection
      ? connection.filename
      : connection;
  return name === ':memory:';
}

/** Knex hides the password from whoever copies its options. */
function withPassword(connection: Knex.Config['connection']): unknown {
  if (typeof connection !== 'object' || !('password' in connection))
    return connection;
  return { ...connection, password: connection.password };
}

/** As much of a new connection as is used here, of SQLite or PostgreSQL. */
interface NewConnection {
  pragma?(text: string): unknown;
  escapeIdentifier?(name: string): string;
  query?(sql: string, done: (error?: Error) => void): void;
}

/** What Backstage does with each new connection of a plugin. Source: backend-defaults, entrypoints/database/connectors */
function preparation(database: ThreadDatabase) {
  return (
    connection: NewConnection,
    done: (error: Error | undefined, connection: NewConnection) => void,
  ): void => {
    connection.pragma?.('foreign_keys = ON');
    const { role } = database;
    if (role && connection.query && connection.escapeIdentifier) {
      const sql = `SET ROLE ${connection.escapeIdentifier(role)}`;
      connection.query(sql, error => done(error, connection));
    } else done(undefined, connection);
  };
}
