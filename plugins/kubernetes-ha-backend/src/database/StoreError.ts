/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { isError } from '@backstage/errors';

/**
 * A database refused a statement. Knex and the drivers put whole rows into
 * their errors (a scorecard, a token in an address), and errors are logged: this
 * one names the operation, the code and what the code means, and keeps no cause.
 */
export class StoreError extends Error {
  /** SQLSTATE of PostgreSQL, result code of SQLite, or code of Node.js for a connection. */
  readonly code: string;

  constructor(operation: string, code: string, place: string | undefined) {
    const meaning = meanings[code] ?? meanings[code.slice(0, 2)];
    super(
      `The database refused ${operation}${place ? ` (${place})` : ''}: ${code}${
        meaning ? `, ${meaning}` : ''
      }. Values are left out; the log of the database may have them.`,
    );
    this.name = 'StoreError';
    this.code = code;
  }
}

/**
 * What the usual codes mean, whole or by class (the first two letters).
 * Source: https://www.postgresql.org/docs/current/errcodes-appendix.html,
 * https://www.sqlite.org/rescode.html
 */
const meanings: Readonly<Record<string, string>> = {
  '08': 'the connection was lost',
  '22': 'a value does not fit its column',
  '23': 'a row contradicts another one',
  '53': 'the server has no room left (disk, memory or connections)',
  '57': 'the server is shutting down or ended the statement',
  '42501': 'the user of the database lacks a privilege',
  '42P01': 'a table is missing: the migrations have not run',
  '42703': 'a column is missing: the migrations have not run',
  SQLITE_BUSY: 'another process writes to the file',
  SQLITE_CORRUPT: 'the file is damaged',
  SQLITE_FULL: 'the disk is full',
  SQLITE_IOERR: 'the disk could not be read or written',
  SQLITE_READONLY: 'the file is read-only',
  ECONNREFUSED: 'no server listens at its address',
  ECONNRESET: 'the connection was lost',
};

/** `SQLITE_FULL`, `23505`, `ECONNREFUSED`: what drivers put into `code`. */
const driverCode = /^(SQLITE_\w+|[0-9A-Z]{5}|E[A-Z]{4,})$/;

/** The error without values, if a driver made it; any other as it is. */
export function withoutValues(operation: string, error: unknown): unknown {
  // A native driver may make its errors in another realm: not by instanceof.
  if (!isError(error) || error instanceof StoreError) return error;
  const { code, table, constraint }: DriverError = error;
  if (typeof code !== 'string' || !driverCode.test(code)) return error;
  const place = [table, constraint].filter(part => typeof part === 'string');
  return new StoreError(operation, code, place.join(', ') || undefined);
}

/** What PostgreSQL's driver tells beside the message; names, no values. */
type DriverError = Error & {
  code?: unknown;
  table?: unknown;
  constraint?: unknown;
};

/** The store with every rejected operation as {@link withoutValues}: `signals.write`. */
export function guarded<T extends object>(name: string, store: T): T {
  return new Proxy(store, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key, target);
      if (typeof member !== 'function') return member;
      return async (...args: unknown[]) => {
        try {
          return await Reflect.apply(member, target, args);
        } catch (error) {
          throw withoutValues(`${name}.${String(key)}`, error);
        }
      };
    },
  });
}
