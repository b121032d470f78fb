/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Scorecard } from 'backstage-plugin-kubernetes-ha-common';
import { migratedStores, testDatabases } from '../__testUtils__/databases';
import {
  commitOf,
  declared,
  etcdSnapshot,
  nothingStored,
} from '../__testUtils__/snapshots';
import type { createStores } from './createStores';

type Stores = ReturnType<typeof createStores>;

const databases = testDatabases();
const one = declared('one');
const at = (minute: number) =>
  new Date(Date.UTC(2026, 10, 23, 12, minute)).toISOString();
const everything = { state: 'all', offset: 0, limit: 500 } as const;
const QUORUM = 'etcd-quorum-fault-tolerance';

/** Assesses etcd with so many healthy members on top of what is stored, and stores it. */
async function commit(
  { assessments }: Stores,
  minute: number,
  healthy: number | undefined,
  change?: (scorecard: Scorecard) => Scorecard,
) {
  const snapshot = etcdSnapshot(one, at(minute), healthy);
  const head = await assessments.head('one');
  const made = commitOf(snapshot, head, { change });
  return { ...made, outcome: await assessments.commit(made) };
}

describe.each(databases.eachSupportedId())('assessments on %s', id => {
  it('keeps the scorecard of each change, in force until the next', async () => {
    const { stores } = await migratedStores(databases, id);
    const { assessments } = stores;
    expect(await assessments.head('one')).toEqual({ version: 0, verdicts: {} });
    expect(await assessments.scorecard('one')).toBeUndefined();

    const good = await commit(stores, 0, 3);
    expect(good.outcome).toEqual({ outcome: 'changed', cause: 'first' });
    const same = await commit(stores, 1, 3);
    expect(same.outcome).toEqual({ outcome: 'unchanged' });
    const bad = await commit(stores, 2, 2);
    expect(bad.outcome).toEqual({ outcome: 'changed', cause: 'grade-changed' });
    const still = await commit(stores, 3, 2);
    expect(still.outcome).toEqual({ outcome: 'unchanged' });

    expect(await assessments.head('one')).toEqual({
      version: 4,
      takenAt: at(3),
      verdicts: still.settled.verdicts,
    });
    expect(await assessments.scorecard('one')).toEqual(still.scorecard);
    expect(await assessments.scorecard('one', at(5))).toEqual(still.scorecard);
    expect(await assessments.scorecard('one', at(2))).toEqual(bad.scorecard);
    expect(await assessments.scorecard('one', at(1))).toEqual(good.scorecard);
    expect(
      await assessments.scorecard('one', '2020-01-01T00:00:00.000Z'),
    ).toBeUndefined();

    const refs = await stores.snapshots.list('one', { offset: 0, limit: 10 });
    expect(refs).toEqual({
      totalItems: 2,
      items: [
        {
          hash: bad.scorecard.snapshotHash,
          takenAt: at(2),
          cause: 'grade-changed',
        },
        { hash: good.scorecard.snapshotHash, takenAt: at(0), cause: 'first' },
      ],
    });
    expect(await stores.snapshots.get('one', refs.items[1].hash)).toEqual(
      good.snapshot,
    );
    expect(
      await stores.snapshots.get('two', refs.items[1].hash),
    ).toBeUndefined();

    const points = await stores.history.range('one', 'raw', at(0), at(3));
    expect(points.map(p => [p.at, p.score])).toEqual(
      [good, same, bad, still].map(({ scorecard }) => [
        scorecard.takenAt,
        scorecard.score,
      ]),
    );
  });

  it('follows a finding from first seen to resolved, at once, and gone after two that do not see it', async () => {
    const { stores } = await migratedStores(databases, id);
    const quorum = async () =>
      (await stores.findings.list('one', everything)).items.filter(
        f => f.checkId === QUORUM,
      );
    await commit(stores, 0, 3);
    await commit(stores, 1, 2);
    expect(await quorum()).toEqual([
      expect.objectContaining({
        status: 'fail',
        firstSeen: at(1),
        lastSeen: at(1),
        id: `one/${QUORUM}/${at(1)}`,
      }),
    ]);
    // Still the same finding while it is unknown.
    await commit(stores, 3, undefined);
    await commit(stores, 4, undefined);
    expect(await quorum()).toEqual([
      expect.objectContaining({
        status: 'unknown',
        firstSeen: at(1),
        lastSeen: at(4),
      }),
    ]);
    await commit(stores, 5, 2);
    await commit(stores, 6, 2);
    await commit(stores, 7, 3);
    expect(await quorum()).toEqual([
      expect.objectContaining({
        status: 'fail',
        result: expect.objectContaining({ status: 'fail' }),
        firstSeen: at(1),
        lastSeen: at(6),
      }),
    ]);
    await commit(stores, 8, 3);
    expect(await quorum()).toEqual([
      expect.objectContaining({
        status: 'fail',
        firstSeen: at(1),
        lastSeen: at(6),
        resolvedAt: at(7),
      }),
    ]);
    // It comes back as another one.
    await commit(stores, 9, 1);
    await commit(stores, 10, 1);
    expect((await quorum()).map(f => [f.firstSeen, f.resolvedAt])).toEqual([
      [at(9), undefined],
      [at(1), at(7)],
    ]);
    const resolved = await stores.findings.list('one', {
      ...everything,
      state: 'resolved',
    });
    expect(resolved.items.every(f => f.resolvedAt !== undefined)).toBe(true);
    expect(resolved.items.map(f => f.checkId)).toContain(QUORUM);
  });

  it('stores one change of a check that comes and goes at every collection', async () => {
    const { knex, stores } = await migratedStores(databases, id);
    await commit(stores, 0, 3);
    for (let minute = 1; minute <= 20; minute += 1) {
      await commit(stores, minute, minute % 2 === 1 ? 2 : 3);
    }
    expect(
      await knex('snapshot').select('taken_at').orderBy('taken_at'),
    ).toEqual([{ taken_at: at(0) }, { taken_at: at(1) }]);
    const { items } = await stores.findings.list('one', everything);
    expect(items.filter(f => f.checkId === QUORUM)).toEqual([
      expect.objectContaining({ status: 'fail', firstSeen: at(1) }),
    ]);
    expect(items.find(f => f.checkId === QUORUM)).not.toHaveProperty(
      'resolvedAt',
    );
  });

  it.each([['timeout'], ['refused'], ['unreachable']] as const)(
    'takes another reason of an unknown (%s) for no change',
    async reason => {
      const { stores } = await migratedStores(databases, id);
      await commit(stores, 0, undefined);
      for (const minute of [1, 2, 3]) {
        const snapshot = etcdSnapshot(one, at(minute));
        snapshot.sections.etcd = {
          ...snapshot.sections.etcd,
          state: 'unknown',
          reason,
          detail: 'another word for it',
        };
        const head = await stores.assessments.head('one');
        const made = commitOf(snapshot, head);
        expect(await stores.assessments.commit(made)).toEqual({
          outcome: 'unchanged',
        });
      }
      const { items } = await stores.findings.list('one', everything);
      const quorum = items.find(f => f.checkId === QUORUM);
      // What is shown is the newest reason all the same.
      expect(quorum).toMatchObject({ firstSeen: at(0), result: { reason } });
    },
  );

  it('goes on from what a version without verdicts has stored', async () => {
    const { knex, stores } = await migratedStores(databases, id);
    await commit(stores, 0, 3);
    await knex('assessment').update({ verdicts: null });
    const same = await commit(stores, 1, 3);
    expect(same.outcome).toEqual({ outcome: 'unchanged' });
    const bad = await commit(stores, 2, 2);
    expect(bad.outcome).toEqual({ outcome: 'changed', cause: 'grade-changed' });
  });

  it('sorts open findings worst first and pages them', async () => {
    const { stores } = await migratedStores(databases, id);
    await commit(stores, 0, 1);
    const open = await stores.findings.list('one', {
      ...everything,
      state: 'open',
    });
    const order = ['critical', 'high', 'medium', 'low'];
    const ranks = open.items.map(f => order.indexOf(f.severity));
    expect(ranks).toEqual([...ranks].sort());
    expect(open.items.length).toBe(open.totalItems);
    const second = await stores.findings.list('one', {
      state: 'open',
      offset: 1,
      limit: 2,
    });
    expect(second.items).toEqual(open.items.slice(1, 3));
    expect(second.totalItems).toBe(open.totalItems);
  });

  it('keeps no snapshot when only what a check names has changed, and says it in the finding', async () => {
    const { stores } = await migratedStores(databases, id);
    await commit(stores, 0, 2);
    const renamed = await commit(stores, 1, 2, card => ({
      ...card,
      results: card.results.map(result =>
        result.status === 'fail' ? { ...result, subjects: ['etcd-9'] } : result,
      ),
    }));
    expect(renamed.outcome).toEqual({ outcome: 'unchanged' });
    const snapshots = await stores.snapshots.list('one', everything);
    expect(snapshots.totalItems).toBe(1);
    const { items } = await stores.findings.list('one', everything);
    const failing = items.filter(({ status }) => status === 'fail');
    expect(failing.length).toBeGreaterThan(0);
    for (const finding of failing) {
      expect(finding).toMatchObject({
        firstSeen: at(0),
        lastSeen: at(1),
        result: { subjects: ['etcd-9'] },
      });
    }
  });

  it('abandons an assessment that another replica overtook, and stores one of two made at once', async () => {
    const { knex, stores } = await migratedStores(databases, id);
    const { assessments } = stores;
    const rivals = await Promise.all(
      [3, 2, 1].map(healthy =>
        assessments.commit(
          commitOf(etcdSnapshot(one, at(healthy), healthy), nothingStored),
        ),
      ),
    );
    expect(rivals.map(r => r.outcome).sort()).toEqual([
      'abandoned',
      'abandoned',
      'changed',
    ]);
    expect(await knex('assessment').count({ n: '*' }).first()).toEqual({
      n: id === 'SQLITE_3' ? 1 : '1',
    });
    const late = await assessments.commit(
      commitOf(etcdSnapshot(one, at(9), 3), nothingStored),
    );
    expect(late).toEqual({ outcome: 'abandoned' });
    expect((await assessments.head('one')).version).toBe(1);
    const open = await stores.findings.list('one', everything);
    const ids = open.items.map(f => f.checkId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names clusters that were not assessed for long', async () => {
    const { stores } = await migratedStores(databases, id);
    await stores.clusters.declare([one, declared('two')], new Date(at(0)));
    await commit(stores, 0, 3);
    await stores.assessments.commit(
      commitOf(etcdSnapshot(declared('two'), at(1), 3), nothingStored),
    );
    const later = (seconds: number) =>
      new Date(Date.parse(at(0)) + seconds * 1000);
    expect(await stores.assessments.overdue(later(90), 3)).toEqual([]);
    expect(await stores.assessments.overdue(later(91), 3)).toEqual(['one']);
    // A replica whose clock was an hour ahead has judged last.
    expect(await stores.assessments.overdue(later(-3600), 3)).toEqual([
      'one',
      'two',
    ]);
    await stores.clusters.declare([declared('two')], new Date(at(0)));
    expect(await stores.assessments.overdue(later(91), 3)).toEqual([]);
  });
});
