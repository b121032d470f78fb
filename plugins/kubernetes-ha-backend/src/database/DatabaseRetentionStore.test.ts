/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Knex } from 'knex';
import { migratedStores, testDatabases } from '../__testUtils__/databases';
import { commitOf, declared, etcdSnapshot } from '../__testUtils__/snapshots';
import type { createStores } from './createStores';

const databases = testDatabases();
const now = new Date('2026-11-23T12:30:00.000Z');
const ago = (hours: number) =>
  new Date(now.getTime() - hours * 3_600_000).toISOString();
const retention = {
  snapshotDays: 30,
  resolvedFindingDays: 730,
  removedClusterDays: 30,
};
const one = declared('one');
const page = { offset: 0, limit: 500 };

/** A change of the cluster at each of the times: etcd with 3 healthy members and with 2, by turns. */
async function changes(
  { assessments, clusters }: ReturnType<typeof createStores>,
  times: readonly string[],
) {
  await clusters.declare([one], now);
  for (const [index, time] of times.entries()) {
    const snapshot = etcdSnapshot(one, time, 3 - (index % 2));
    const head = await assessments.head('one');
    const made = commitOf(snapshot, head, { cause: 'time' });
    // A rise is confirmed at once: what is kept is in question here, not what is a change.
    const again = commitOf(snapshot, {
      ...head,
      verdicts: made.settled.verdicts,
    });
    await assessments.commit(made.settled.settled.size > 0 ? made : again);
  }
}

describe.each(databases.eachSupportedId())('retention on %s', id => {
  it('removes old scorecards with their snapshots, but not those in force at the limit or now', async () => {
    const { stores } = await migratedStores(databases, id);
    const times = [40, 35, 2].map(days => ago(days * 24));
    await changes(stores, times);
    await stores.retained.dropOld(now, retention);
    const refs = await stores.snapshots.list('one', page);
    expect(refs.items.map(ref => ref.takenAt)).toEqual([times[2], times[1]]);
    // In force 10 days ago is what was assessed 35 days ago, with what it rests on.
    const inForce = await stores.assessments.scorecard('one', ago(240));
    expect(inForce?.takenAt).toBe(times[1]);
    expect(
      await stores.snapshots.get('one', inForce!.snapshotHash),
    ).toMatchObject({ takenAt: times[1] });
    expect(
      await stores.assessments.scorecard('one', ago(38 * 24)),
    ).toBeUndefined();
  });

  it('keeps the snapshot of a cluster that has not changed for longer than the limit', async () => {
    const { stores } = await migratedStores(databases, id);
    await changes(stores, [ago(400 * 24)]);
    await stores.retained.dropOld(now, retention);
    const refs = await stores.snapshots.list('one', page);
    expect(refs.items.map(ref => ref.takenAt)).toEqual([ago(400 * 24)]);
  });

  it('thins out what changed all the time, and leaves every scorecard its snapshot', async () => {
    const { knex, stores } = await migratedStores(databases, id);
    // Two changes an hour for ten hours, a day ago.
    const times = Array.from({ length: 20 }, (_, i) => ago(34 - i / 2));
    await changes(stores, times);
    await stores.retained.dropOld(now, retention);
    const kept = await knex('scorecard').orderBy('taken_at').pluck('taken_at');
    expect(kept).toHaveLength(11);
    expect(kept.at(-1)).toBe(times.at(-1));
    expect(
      await knex('snapshot').orderBy('taken_at').pluck('taken_at'),
    ).toEqual(kept);
  });

  it('removes resolved findings after their time, open ones never', async () => {
    const { knex, stores } = await migratedStores(databases, id);
    await stores.clusters.declare([one], now);
    const finding = {
      cluster: 'one',
      layer: 'etcd',
      severity: 'low',
      rank: 30,
      status: 'warn',
      first_seen: ago(900 * 24),
      last_seen: ago(800 * 24),
      result: '{}',
    };
    await knex('finding').insert([
      { ...finding, id: 'a', check_id: 'gone', resolved_at: ago(800 * 24) },
      { ...finding, id: 'b', check_id: 'young', resolved_at: ago(700 * 24) },
      { ...finding, id: 'c', check_id: 'open', resolved_at: null },
    ]);
    await stores.retained.dropOld(now, retention);
    expect(await knex('finding').orderBy('id').pluck('check_id')).toEqual([
      'young',
      'open',
    ]);
  });

  it('removes everything of a cluster that was removed, after its time, and nothing of one that came back', async () => {
    const { knex, stores } = await migratedStores(databases, id);
    await changes(stores, [ago(40 * 24), ago(39 * 24)]);
    await stores.signals.write('one', 7, etcdSnapshot(one, ago(0)).sections);
    await stores.clusters.declare([declared('two')], new Date(ago(31 * 24)));
    // Another start notices it again: it was removed before that.
    await stores.clusters.declare([declared('two')], new Date(ago(1)));

    await stores.clusters.declare([one, declared('two')], now);
    expect(await stores.retained.dropRemoved(now, retention)).toEqual([]);
    await stores.clusters.declare([declared('two')], new Date(ago(29 * 24)));
    expect(await stores.retained.dropRemoved(now, retention)).toEqual([]);
    const later = new Date(now.getTime() + 2 * 86_400_000);
    expect(await stores.retained.dropRemoved(later, retention)).toEqual([
      'one',
    ]);
    for (const table of ['assessment', 'finding', 'history', 'layer_state']) {
      expect(await knex(table).where({ cluster: 'one' })).toEqual([]);
    }
    for (const table of ['scorecard', 'signal', 'snapshot']) {
      expect(await knex(table).where({ cluster: 'one' })).toEqual([]);
    }
    expect(await stores.clusters.get('one')).toBeUndefined();
    expect(await stores.clusters.configuredNames()).toEqual(['two']);
  });

  it('finds every row that it deletes by an index', async () => {
    const { knex, stores } = await migratedStores(databases, id);
    await changes(stores, [ago(40 * 24), ago(35 * 24), ago(1)]);
    const deletes: { sql: string; bindings: Knex.Value[] }[] = [];
    knex.on('query', ({ sql, bindings }) => {
      if (/^delete/i.test(sql)) deletes.push({ sql, bindings });
    });
    await stores.history.retain(now);
    await stores.measurements.retain(now);
    await stores.retained.dropOld(now, retention);
    knex.removeAllListeners('query');
    const tables = deletes.map(({ sql }) => /from [`"](\w+)/.exec(sql)?.[1]);
    expect(new Set(tables)).toEqual(
      new Set(['history', 'measurement', 'scorecard', 'snapshot', 'finding']),
    );
    if (id !== 'SQLITE_3') return;
    for (const { sql, bindings } of deletes) {
      const plan = await knex.raw(`explain query plan ${sql}`, bindings);
      const steps = plan.map(({ detail }: { detail: string }) => detail);
      expect(steps.join('; ')).toMatch(/SEARCH/);
      expect(steps.join('; ')).not.toMatch(/SCAN \w+(?! USING)/);
    }
  });
});
