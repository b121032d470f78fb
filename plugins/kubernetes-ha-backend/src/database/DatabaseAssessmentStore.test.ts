/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { migratedStores, testDatabases } from '../__testUtils__/databases';
import { commitOf, declared, etcdSnapshot } from '../__testUtils__/snapshots';

const databases = testDatabases();
jest.setTimeout(60_000);

const one = declared('one');
const at = (minute: number) =>
  new Date(Date.UTC(2026, 10, 23, 12, minute)).toISOString();
const everything = { state: 'all', offset: 0, limit: 500 } as const;
const QUORUM = 'etcd-quorum-fault-tolerance';

describe.each(databases.eachSupportedId())('assessments on %s', id => {
  it('keeps the scorecard of each change, in force until the next', async () => {
    const { stores } = await migratedStores(databases, id);
    const { assessments } = stores;
    expect(await assessments.head('one')).toEqual({ version: 0 });
    expect(await assessments.scorecard('one')).toBeUndefined();

    const good = commitOf(etcdSnapshot(one, at(0), 3), 0);
    const same = commitOf(etcdSnapshot(one, at(1), 3), 1);
    const bad = commitOf(etcdSnapshot(one, at(2), 2), 2);
    expect(await assessments.commit(good)).toEqual({
      outcome: 'changed',
      cause: 'first',
    });
    expect(await assessments.commit(same)).toEqual({ outcome: 'unchanged' });
    expect(await assessments.commit(bad)).toEqual({
      outcome: 'changed',
      cause: 'grade-changed',
    });

    expect(await assessments.head('one')).toEqual({
      version: 3,
      digest: bad.digests.verdict,
      takenAt: at(2),
    });
    expect(await assessments.scorecard('one')).toEqual(bad.scorecard);
    expect(await assessments.scorecard('one', at(5))).toEqual(bad.scorecard);
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

    const points = await stores.history.range('one', 'raw', at(0), at(2));
    expect(points.map(p => [p.at, p.score])).toEqual([
      [at(0), good.scorecard.score],
      [at(1), same.scorecard.score],
      [at(2), bad.scorecard.score],
    ]);
  });

  it('follows a finding from first seen to resolved', async () => {
    const { stores } = await migratedStores(databases, id);
    const quorum = async () =>
      (await stores.findings.list('one', everything)).items.filter(
        f => f.checkId === QUORUM,
      );
    const judge = (
      minute: number,
      healthy: number | undefined,
      basedOn: number,
    ) =>
      stores.assessments.commit(
        commitOf(etcdSnapshot(one, at(minute), healthy), basedOn),
      );

    await judge(0, 3, 0);
    expect(await quorum()).toEqual([]);
    await judge(1, 2, 1);
    await judge(2, 2, 2);
    expect(await quorum()).toEqual([
      expect.objectContaining({
        status: 'fail',
        firstSeen: at(1),
        lastSeen: at(2),
        id: `one/${QUORUM}/${at(1)}`,
      }),
    ]);
    // Still the same finding while it cannot be told.
    await judge(3, undefined, 3);
    expect(await quorum()).toEqual([
      expect.objectContaining({
        status: 'unknown',
        firstSeen: at(1),
        lastSeen: at(3),
      }),
    ]);
    await judge(4, 2, 4);
    await judge(5, 2, 5);
    await judge(6, 3, 6);
    expect(await quorum()).toEqual([
      expect.objectContaining({
        status: 'fail',
        firstSeen: at(1),
        lastSeen: at(5),
        resolvedAt: at(6),
      }),
    ]);
    // It comes back as another one.
    await judge(7, 1, 7);
    expect((await quorum()).map(f => [f.firstSeen, f.resolvedAt])).toEqual([
      [at(7), undefined],
      [at(1), at(6)],
    ]);
    const resolved = await stores.findings.list('one', {
      ...everything,
      state: 'resolved',
    });
    expect(resolved.items.every(f => f.resolvedAt !== undefined)).toBe(true);
    expect(resolved.items.map(f => f.checkId)).toContain(QUORUM);
  });

  it('sorts open findings worst first and pages them', async () => {
    const { stores } = await migratedStores(databases, id);
    await stores.assessments.commit(commitOf(etcdSnapshot(one, at(0), 1), 0));
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
    const { assessments } = stores;
    await assessments.commit(commitOf(etcdSnapshot(one, at(0), 2), 0));
    const renamed = commitOf(etcdSnapshot(one, at(1), 2), 1, card => ({
      ...card,
      results: card.results.map(result =>
        result.status === 'fail' ? { ...result, subjects: ['etcd-9'] } : result,
      ),
    }));
    expect(await assessments.commit(renamed)).toEqual({ outcome: 'unchanged' });
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

  it('abandons a judgement that another replica overtook, and stores one of two made at once', async () => {
    const { knex, stores } = await migratedStores(databases, id);
    const { assessments } = stores;
    const rivals = await Promise.all(
      [3, 2, 1].map(healthy =>
        assessments.commit(
          commitOf(etcdSnapshot(one, at(healthy), healthy), 0),
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
      commitOf(etcdSnapshot(one, at(9), 3), 0),
    );
    expect(late).toEqual({ outcome: 'abandoned' });
    expect((await assessments.head('one')).version).toBe(1);
    const open = await stores.findings.list('one', everything);
    const ids = open.items.map(f => f.checkId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names clusters that were not judged for long', async () => {
    const { stores } = await migratedStores(databases, id);
    await stores.clusters.declare([one, declared('two')]);
    await stores.assessments.commit(commitOf(etcdSnapshot(one, at(0), 3), 0));
    await stores.assessments.commit(
      commitOf(etcdSnapshot(declared('two'), at(1), 3), 0),
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
    await stores.clusters.declare([declared('two')]);
    expect(await stores.assessments.overdue(later(91), 3)).toEqual([]);
  });
});
