/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Knex } from 'knex';

/**
 * SQLite answers within the turn of the event loop in which it was asked, and
 * by default waits for the disk twice at every commit. With a write-ahead log
 * it waits only when the log is copied into the file, every few hundred
 * commits. A power failure may take the last seconds, which the next collection
 * sees again, and never damages the file. Does nothing on other databases.
 * Source: https://www.sqlite.org/wal.html, https://www.sqlite.org/pragma.html#pragma_synchronous
 */
export async function writeAhead(knex: Knex): Promise<void> {
  if (!String(knex.client.config.client).includes('sqlite')) return;
  await knex.raw('pragma journal_mode = wal');
  await knex.raw('pragma synchronous = normal');
}
