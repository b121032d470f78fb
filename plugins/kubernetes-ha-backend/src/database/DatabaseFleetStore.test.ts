/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ClusterQuery } from 'backstage-plugin-kubernetes-ha-common';
import type { ReadableClusters } from '../permissions/clusterFilter';
import { migratedStores, testDatabases } from '../__testUtils__/databases';
import {
  commitOf,
  declared,
  etcdSnapshot,
  nothingStored,
} from '../__testUtils__/snapshots';

const databases = testDatabases();
const at = '2026-11-23T12:00:00.000Z';
const past = {
  trendFrom: '2026-10-25',
  weekAgo: '2026-11-16T12:00:00.000Z',
};
const fleet = [
  declared('alpha', { title: 'Billing', owner: 'Group:default/Money' }),
  declared('beta', { tier: 'staging', title: 'Über alles' }),
  declared('gamma_x', {
    tier: 'development',
    platform: 'eks',
    owner: 'group:default/labs',
  }),
  declared('new'),
  declared('tape', { connection: 'recorded', recordedAt: at }),
];

describe.each(databases.eachSupportedId())('the fleet on %s', id => {
  async function filled() {
    const { stores } = await migratedStores(databases, id);
    await stores.clusters.declare(
      [...fleet, declared('removed')],
      new Date(at),
    );
    await stores.clusters.declare(fleet, new Date(at));
    for (const [index, healthy] of [
      [0, 3],
      [1, 2],
      [2, 1],
      [4, 3],
    ] as const) {
      await stores.assessments.commit(
        commitOf(etcdSnapshot(fleet[index], at, healthy), nothingStored),
      );
    }
    const names = async (
      query: ClusterQuery,
      readable: ReadableClusters = 'all',
    ) =>
      (await stores.fleet.list(query, readable, past)).items.map(
        row => row.cluster.facts.name,
      );
    return { stores, names };
  }

  it('shows the configured clusters: what is broken first, by tier, then what is not known', async () => {
    const { names } = await filled();
    expect(await names({})).toEqual([
      'beta',
      'gamma_x',
      'alpha',
      'tape',
      'new',
    ]);
    expect(await names({ direction: 'descending' })).toEqual([
      'new',
      'tape',
      'alpha',
      'gamma_x',
      'beta',
    ]);
    expect(await names({ order: 'name' })).toEqual([
      'alpha',
      'beta',
      'gamma_x',
      'new',
      'tape',
    ]);
    expect((await names({ order: 'observed' }))[0]).toBe('new');
    expect(await names({ order: 'broken', direction: 'descending' })).toEqual([
      'beta',
      'gamma_x',
      'alpha',
      'tape',
      'new',
    ]);
  });

  it.each`
    query                                        | expected                                | rule
    ${{ search: 'BILL' }}                        | ${['alpha']}                            | ${'the title, in any case'}
    ${{ search: 'ÜBER' }}                        | ${['beta']}                             | ${'letters beyond ASCII, in any case'}
    ${{ search: 'money' }}                       | ${['alpha']}                            | ${'the owner'}
    ${{ search: 'a_x' }}                         | ${['gamma_x']}                          | ${'an underscore is a letter'}
    ${{ search: '%' }}                           | ${[]}                                   | ${'a per cent sign is a letter'}
    ${{ tier: ['staging', 'development'] }}      | ${['beta', 'gamma_x']}                  | ${'one of several tiers'}
    ${{ owner: ['group:default/money'] }}        | ${['alpha']}                            | ${'an owner, in any case'}
    ${{ platform: ['eks'] }}                     | ${['gamma_x']}                          | ${'a platform'}
    ${{ grade: ['none'] }}                       | ${['new']}                              | ${'no grade yet'}
    ${{ grade: ['F'] }}                          | ${['beta', 'gamma_x']}                  | ${'a grade'}
    ${{ grade: ['F', 'none'] }}                  | ${['beta', 'gamma_x', 'new']}           | ${'a grade or none'}
    ${{ owner: ['none'] }}                       | ${['beta', 'new', 'tape']}              | ${'nobody as an owner'}
    ${{ owner: ['none', 'group:default/labs'] }} | ${['beta', 'gamma_x', 'new', 'tape']}   | ${'an owner or nobody'}
    ${{ verdict: ['broken'] }}                   | ${['beta', 'gamma_x']}                  | ${'what is broken'}
    ${{ verdict: ['not-visible'] }}              | ${['alpha', 'new', 'tape']}             | ${'what is not visible, also because nobody looked yet'}
    ${{ verdict: ['weak', 'none'] }}             | ${[]}                                   | ${'what is weak or well'}
    ${{ layer: ['etcd'] }}                       | ${['alpha', 'beta', 'gamma_x', 'tape']} | ${'a layer that is not passing'}
    ${{ layer: ['chaos'] }}                      | ${[]}                                   | ${'a layer in which nothing is judged'}
    ${{ search: 'a', tier: ['production'] }}     | ${['alpha', 'tape']}                    | ${'both conditions'}
  `('finds $rule', async ({ query, expected }) => {
    const { names } = await filled();
    expect(await names({ ...query, order: 'name' })).toEqual(expected);
  });

  it.each`
    readable                                                                                                  | expected                              | rule
    ${{ column: 'name', values: [] }}                                                                         | ${[]}                                 | ${'nothing'}
    ${{ column: 'tier', values: ['production'] }}                                                             | ${['alpha', 'new', 'tape']}           | ${'a tier'}
    ${{ not: { column: 'owner', values: ['group:default/money'] } }}                                          | ${['beta', 'gamma_x', 'new', 'tape']} | ${'not owned by these, also owned by nobody'}
    ${{ anyOf: [{ column: 'owner', values: ['group:default/labs'] }, { column: 'name', values: ['beta'] }] }} | ${['beta', 'gamma_x']}                | ${'any of two'}
    ${{ allOf: [{ column: 'tier', values: ['production'] }, { column: 'name', values: ['new', 'beta'] }] }}   | ${['new']}                            | ${'all of two'}
  `('lists for a reader of $rule', async ({ readable, expected }) => {
    const { stores, names } = await filled();
    expect(await names({ order: 'name' }, readable)).toEqual(expected);
    expect((await stores.fleet.totals(readable)).clusters).toBe(
      expected.length,
    );
    // Asking for more than may be read gives no more.
    expect(await names({ search: 'alpha' }, readable)).toEqual(
      expected.filter((name: string) => name === 'alpha'),
    );
  });

  it('pages and counts', async () => {
    const { stores, names } = await filled();
    expect(await names({ order: 'name', offset: 1, limit: 2 })).toEqual([
      'beta',
      'gamma_x',
    ]);
    const page = await stores.fleet.list(
      { limit: 1, tier: ['production'] },
      'all',
      past,
    );
    expect(page.totalItems).toBe(3);
  });

  it('adds up the totals', async () => {
    const { stores } = await filled();
    const totals = await stores.fleet.totals('all');
    expect(totals).toMatchObject({
      clusters: 5,
      recorded: 1,
      ungraded: 1,
      atRisk: ['beta', 'gamma_x'],
      broken: ['beta', 'gamma_x'],
      byVerdict: { broken: 2, weak: 0, 'not-visible': 3, none: 0 },
      owners: ['group:default/labs', 'group:default/money'],
    });
    const labs: ReadableClusters = {
      column: 'owner',
      values: ['group:default/labs'],
    };
    expect((await stores.fleet.totals(labs)).owners).toEqual([
      'group:default/labs',
    ]);
    expect(totals.byGrade.F).toBe(2);
    expect(totals.unknownByReason['not-collected']).toBeGreaterThan(0);
  });
});
