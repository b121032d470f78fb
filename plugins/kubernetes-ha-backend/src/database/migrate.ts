/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { keepStatements } from './keptStatements';
import { writeAhead } from './writeAhead';

/** Where the migrations are, from source and from a published package alike. */
export const migrationsDirectory = resolvePackagePath(
  'backstage-plugin-kubernetes-ha-backend',
  'migrations',
);

/** The plugin's database, brought up to date unless the installation migrates by itself. */
export async function migratedDatabase(
  database: DatabaseService,
): Promise<Knex> {
  const knex = await database.getClient();
  await writeAhead(knex);
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: migrationsDirectory });
  }
  await keepStatements(knex);
  return knex;
}
