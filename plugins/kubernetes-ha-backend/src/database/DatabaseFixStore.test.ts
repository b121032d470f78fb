/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { joinFixes } from 'backstage-plugin-kubernetes-ha-common';
import { migratedStores, testDatabases } from '../__testUtils__/databases';
import { fleets, storeFleet } from '../__testUtils__/generatedFleets';
import {
  commitOf,
  declared,
  etcdSnapshot,
  nothingStored,
} from '../__testUtils__/snapshots';

const databases = testDatabases();
const at = '2026-11-23T12:00:00.000Z';
const later = '2026-11-23T12:01:00.000Z';

describe.each(databases.eachSupportedId())('the fix list on %s', id => {
  it('is the one of the common package, page by page, over what may be read', async () => {
    const { knex, stores } = await migratedStores(databases, id);
    await fc.assert(
      fc.asyncProperty(fleets, async fleet => {
        await storeFleet(knex, fleet);
        const production = fleet.filter(({ tier }) => tier === 'production');
        for (const [query, clusters] of [
          [{}, fleet],
          [{ tier: ['production' as const] }, production],
        ] as const) {
          const expected = joinFixes(
            clusters.map(({ name, tier, score, grade, fixes }) => ({
              cluster: { name, tier, score, grade },
              fixes,
            })),
          );
          const pages = [];
          for (let offset = 0; offset < 3; offset += 2) {
            const { items, totalItems } = await stores.fixes.list(
              {
                ...query,
                tier: query.tier && [...query.tier],
                offset,
                limit: 2,
              },
              'all',
            );
            expect(totalItems).toBe(expected.length);
            pages.push(...items);
          }
          expect(pages).toEqual(expected);
        }
        const { items } = await stores.fixes.list(
          {},
          {
            column: 'name',
            values: [],
          },
        );
        expect(items).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('joins what is not visible in several clusters, and follows their next assessments', async () => {
    const { stores } = await migratedStores(databases, id);
    const fleet = [declared('one'), declared('two', { tier: 'staging' })];
    await stores.clusters.declare(fleet, new Date(at));
    for (const cluster of fleet) {
      await stores.assessments.commit(
        commitOf(etcdSnapshot(cluster, at, 3), nothingStored),
      );
    }
    const { items } = await stores.fixes.list({ limit: 100 }, 'all');
    const joined = items.filter(({ clusters }) => clusters === 2);
    expect(joined.length).toBeGreaterThan(0);
    expect(joined[0].named.map(({ name }) => name)).toEqual(['one', 'two']);
    expect(joined[0].visible).toBe(
      joined[0].named[0].visible + joined[0].named[1].visible,
    );

    await stores.assessments.commit(
      commitOf(
        etcdSnapshot(fleet[0], later, 3),
        await stores.assessments.head('one'),
        { change: scorecard => ({ ...scorecard, causes: [], fixes: [] }) },
      ),
    );
    const after = await stores.fixes.list({ limit: 100 }, 'all');
    expect(
      after.items.flatMap(({ named }) => named.map(({ name }) => name)),
    ).not.toContain('one');
    expect(after.totalItems).toBe(items.length);
  });
});
