/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import {
  clusterOrders,
  directions,
  fleetOrder,
} from 'backstage-plugin-kubernetes-ha-common';
import { migratedStores, testDatabases } from '../__testUtils__/databases';
import { fleets, storeFleet } from '../__testUtils__/generatedFleets';
import { orderFleet } from './fleetOrder';

const databases = testDatabases();
describe.each(databases.eachSupportedId())('the order of a fleet on %s', id => {
  it('is the one of the common package, by everything and in both directions', async () => {
    const { knex } = await migratedStores(databases, id);
    if (id !== 'SQLITE_3') {
      // A database is created with the language of its server; names are still compared by code point.
      for (const column of ['name', 'owner']) {
        await knex.raw(
          'alter table cluster alter column ?? type varchar(255) collate "en-x-icu"',
          [column],
        );
      }
    }
    await fc.assert(
      fc.asyncProperty(fleets, async fleet => {
        await storeFleet(knex, fleet);
        for (const order of clusterOrders) {
          for (const direction of directions) {
            const query = { order, direction };
            const rows = await orderFleet(
              knex('cluster').leftJoin(
                'assessment',
                'assessment.cluster',
                'cluster.name',
              ),
              query,
              knex,
            ).select<{ name: string }[]>('cluster.name');
            expect({ ...query, names: rows.map(({ name }) => name) }).toEqual({
              ...query,
              names: [...fleet]
                .sort(fleetOrder(order, direction))
                .map(({ name }) => name),
            });
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});
