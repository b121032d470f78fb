/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { setTimeout as wait } from 'node:timers/promises';
import type { Knex } from 'knex';

/** How often a transaction is tried. Two replicas meet once, hardly five times in a row. (proposal) */
const ATTEMPTS = 5;

/** Longest pause before the second attempt; each later one is twice as long. (proposal) */
const PAUSE_MS = 50;

/**
 * What a database says when a transaction has to be tried again, whole:
 * serialization_failure, deadlock_detected and lock_not_available of
 * PostgreSQL, and a SQLite file that another process writes.
 * Source: https://www.postgresql.org/docs/current/mvcc-serialization-failure-handling.html
 */
const repeatable: ReadonlySet<unknown> = new Set([
  '40001',
  '40P01',
  '55P03',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
]);

/**
 * Runs `work` in a transaction, and again when the database ended it for the
 * sake of another one. `work` must do nothing but ask `tx`.
 */
export async function transaction<T>(
  knex: Knex,
  work: (tx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await knex.transaction(work);
    } catch (error) {
      if (attempt === ATTEMPTS || !isRepeatable(error)) throw error;
      // Apart by chance, so that the two do not meet again.
      await wait(Math.random() * PAUSE_MS * 2 ** (attempt - 1));
    }
  }
}

function isRepeatable(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    repeatable.has(error.code)
  );
}
