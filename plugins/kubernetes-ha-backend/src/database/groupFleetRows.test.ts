/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import {
  fleetGroupings,
  groupFleet,
} from 'backstage-plugin-kubernetes-ha-common';
import { migratedStores, testDatabases } from '../__testUtils__/databases';
import { fleets, storeFleet } from '../__testUtils__/generatedFleets';

const databases = testDatabases();
describe.each(databases.eachSupportedId())('groups of a fleet on %s', id => {
  it('are those of the common package, page by page, and hold every cluster once', async () => {
    const { knex, stores } = await migratedStores(databases, id);
    await fc.assert(
      fc.asyncProperty(fleets, async fleet => {
        await storeFleet(knex, fleet);
        for (const by of fleetGroupings) {
          const expected = groupFleet(fleet, by);
          const found = [];
          for (let offset = 0; offset < 6; offset += 3) {
            const { items, totalItems } = await stores.fleet.groups(
              by,
              { offset, limit: 3 },
              'all',
            );
            expect(totalItems).toBe(expected.length);
            found.push(...items);
          }
          expect(found).toEqual(expected);
          expect(found.reduce((sum, { clusters }) => sum + clusters, 0)).toBe(
            fleet.length,
          );
          // What a group counts is what its filter finds.
          for (const { value, byVerdict } of found) {
            const { totalItems } = await stores.fleet.list(
              { [by]: [value], verdict: ['broken'], limit: 1 },
              'all',
              { trendFrom: '9999-12-31', weekAgo: '2026-11-16T12:00:00.000Z' },
            );
            expect(totalItems).toBe(byVerdict.broken);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});
