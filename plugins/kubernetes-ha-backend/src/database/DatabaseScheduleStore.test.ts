/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Knex } from 'knex';
import { migratedStores, testDatabases } from '../__testUtils__/databases';
import { declared } from '../__testUtils__/snapshots';
import type { ScheduledCollection } from './ScheduleStore';

const databases = testDatabases();
const scheduled = (
  cluster: string,
  parts: Partial<ScheduledCollection> = {},
): ScheduledCollection => ({
  cluster,
  group: 'control-plane',
  intervalSeconds: 30,
  beginsInMs: 0,
  ...parts,
});
const all = { most: 100, isOurs: () => true, holdSeconds: 65 };
const secondsFromNow = (at: string) => (Date.parse(at) - Date.now()) / 1000;

describe.each(databases.eachSupportedId())('the schedule on %s', id => {
  async function setUp(...collections: ScheduledCollection[]) {
    const { knex, stores } = await migratedStores(databases, id);
    const { schedule } = stores;
    const declare = (clusters: readonly string[]) =>
      stores.clusters.declare(
        clusters.map(cluster => declared(cluster)),
        new Date(),
      );
    await declare(collections.map(({ cluster }) => cluster));
    await schedule.schedule(collections);
    return { knex, schedule, declare };
  }
  const rowOf = (knex: Knex, cluster: string) =>
    knex('collection_schedule').where({ cluster }).first();
  const put = (knex: Knex, cluster: string, seconds: number) =>
    knex('collection_schedule')
      .where({ cluster })
      .update({
        due_at: new Date(Date.now() + seconds * 1000).toISOString(),
      });

  it('gives each due collection to one replica', async () => {
    const { schedule } = await setUp(
      ...Array.from({ length: 40 }, (_, i) => scheduled(`c${i}`)),
    );
    const replicas = await Promise.all(
      Array.from({ length: 4 }, () => schedule.claim('control-plane', all)),
    );
    const claimed = replicas.flat().map(({ cluster }) => cluster);
    expect(claimed).toHaveLength(40);
    expect(new Set(claimed).size).toBe(40);
  });

  it('gives what is due the longest first, no more than asked for, of that group, and only our own', async () => {
    const { knex, schedule } = await setUp(
      scheduled('late'),
      scheduled('later'),
      scheduled('latest'),
      scheduled('not-yet', { beginsInMs: 60_000 }),
      scheduled('other-group', { group: 'inventory' }),
      scheduled('foreign'),
    );
    await put(knex, 'late', -1);
    await put(knex, 'later', -2);
    await put(knex, 'latest', -3);
    const claims = await schedule.claim('control-plane', {
      ...all,
      most: 2,
      isOurs: cluster => cluster !== 'foreign',
    });
    expect(claims.map(({ cluster }) => cluster).sort()).toEqual([
      'later',
      'latest',
    ]);
    expect(await schedule.claim('control-plane', { ...all, most: 0 })).toEqual(
      [],
    );
  });

  it('does not even read what is left of clusters that were removed', async () => {
    const { schedule, declare } = await setUp(
      scheduled('kept'),
      scheduled('removed'),
    );
    await declare(['kept']);
    const isOurs = jest.fn(() => true);
    const claims = await schedule.claim('control-plane', { ...all, isOurs });
    expect(claims.map(({ cluster }) => cluster)).toEqual(['kept']);
    expect(isOurs).toHaveBeenCalledTimes(1);
    await declare(['kept', 'removed']);
    expect(await schedule.claim('control-plane', all)).toHaveLength(1);
  });

  it('gives a collection again when its claim ran out, and hears no more of the old claim', async () => {
    const { knex, schedule } = await setUp(scheduled('one'));
    const [dead] = await schedule.claim('control-plane', {
      ...all,
      holdSeconds: -1,
    });
    const [heir] = await schedule.claim('control-plane', all);
    expect(heir.cluster).toBe('one');
    await schedule.release(dead, 30);
    expect((await rowOf(knex, 'one')).claim).toBe(heir.id);
    await schedule.release(heir, 30);
    expect((await rowOf(knex, 'one')).claim).toBeNull();
  });

  it.each`
    dueSeconds | nextSeconds  | rule
    ${-3}      | ${30}        | ${'keeps its phase'}
    ${-3}      | ${undefined} | ${'stays due when it was not made'}
  `('$rule', async ({ dueSeconds, nextSeconds }) => {
    const { knex, schedule } = await setUp(scheduled('one'));
    await put(knex, 'one', dueSeconds);
    const [claim] = await schedule.claim('control-plane', all);
    await schedule.release(claim, nextSeconds);
    const { due_at: dueAt } = await rowOf(knex, 'one');
    expect(Date.parse(dueAt) - Date.parse(claim.dueAt)).toBe(
      (nextSeconds ?? 0) * 1000,
    );
  });

  it('begins anew from now when whole intervals were missed', async () => {
    const { knex, schedule } = await setUp(scheduled('one'));
    await put(knex, 'one', -300);
    const [claim] = await schedule.claim('control-plane', all);
    const before = Date.now();
    await schedule.release(claim, 30);
    const after = Date.now();
    const { due_at: dueAt } = await rowOf(knex, 'one');
    expect(Date.parse(dueAt)).toBeGreaterThanOrEqual(before + 30_000);
    expect(Date.parse(dueAt)).toBeLessThanOrEqual(after + 30_000);
  });

  it('leaves as it is what a replica keeps going, and spreads what nobody has', async () => {
    const { knex, schedule } = await setUp(
      scheduled('kept', { beginsInMs: 5_000 }),
      scheduled('abandoned'),
      scheduled('slower-before', { intervalSeconds: 600, beginsInMs: 500_000 }),
    );
    await put(knex, 'abandoned', -3_600);
    const { due_at: before } = await rowOf(knex, 'kept');
    const start = Date.now();
    await schedule.schedule([
      scheduled('kept', { beginsInMs: 20_000 }),
      scheduled('abandoned', { beginsInMs: 20_000 }),
      scheduled('slower-before', { beginsInMs: 20_000 }),
    ]);
    expect((await rowOf(knex, 'kept')).due_at).toBe(before);
    for (const cluster of ['abandoned', 'slower-before']) {
      const { due_at: dueAt } = await rowOf(knex, cluster);
      expect(Date.parse(dueAt)).toBeGreaterThanOrEqual(start + 20_000);
      expect(secondsFromNow(dueAt)).toBeLessThanOrEqual(20);
    }
  });

  it('does not wait for what a clock wrote that has jumped back since', async () => {
    const { knex, schedule } = await setUp(scheduled('one'));
    await put(knex, 'one', 24 * 3_600);
    const [claim] = await schedule.claim('control-plane', all);
    await schedule.release(claim, 30);
    const { due_at: dueAt } = await rowOf(knex, 'one');
    expect(secondsFromNow(dueAt)).toBeLessThanOrEqual(30);
  });

  it('believes no claim that a clock wrote that has jumped back since', async () => {
    const { schedule } = await setUp(scheduled('one'));
    await schedule.claim('control-plane', {
      ...all,
      holdSeconds: 24 * 3_600,
    });
    expect(await schedule.claim('control-plane', all)).toHaveLength(1);
  });
});
