/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { createStores } from '../database/createStores';
import { migrationsDirectory } from '../database/migrate';

/**
 * Every supported engine. PostgreSQL runs where
 * BACKSTAGE_TEST_DATABASE_POSTGRES16_CONNECTION_STRING names a server, as
 * `npm test` arranges. Call it once, at the top of a file.
 */
export function testDatabases(): TestDatabases {
  return TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_16'],
    disableDocker: true,
  });
}

/** A new database of an engine, migrated, with its stores. */
export async function migratedStores(
  databases: TestDatabases,
  id: TestDatabaseId,
): Promise<{ knex: Knex; stores: ReturnType<typeof createStores> }> {
  const knex = await databases.init(id);
  await knex.migrate.latest({ directory: migrationsDirectory });
  return { knex, stores: createStores(knex) };
}
