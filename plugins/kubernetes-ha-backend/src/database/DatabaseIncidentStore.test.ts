/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { incidentsOf } from 'backstage-plugin-kubernetes-ha-common';
import { migratedStores, testDatabases } from '../__testUtils__/databases';
import { commitOf, declared, etcdSnapshot } from '../__testUtils__/snapshots';

const databases = testDatabases();
const one = declared('one');
const at = (minute: number) =>
  new Date(Date.UTC(2026, 10, 23, 10, minute)).toISOString();
const everything = { from: at(0), to: at(600) };

const finding = (index: number, checkId: string, status: string) => ({
  id: `one/${checkId}/${index}`,
  cluster: 'one',
  check_id: checkId,
  layer: 'etcd',
  severity: 'critical',
  rank: 0,
  status,
  first_seen: at(index),
  last_seen: at(index + 1),
  resolved_at: at(index + 1),
  result: '{}',
});

describe.each(databases.eachSupportedId())('incidents on %s', id => {
  it('keep the machine that went down when it can no longer be seen', async () => {
    const { stores } = await migratedStores(databases, id);
    const { assessments, incidents } = stores;
    // Three members, two, and then nobody knows.
    for (const [minute, healthy] of [3, 2, 2, undefined, undefined].entries()) {
      const snapshot = etcdSnapshot(one, at(minute), healthy);
      const head = await assessments.head('one');
      await assessments.commit(commitOf(snapshot, head));
    }
    const { spans } = await incidents.spans('one', everything);
    const down = incidentsOf(spans).filter(({ kind }) => kind === 'machines');
    expect(down).toHaveLength(1);
    expect(down[0]).toMatchObject({
      verdict: 'broken',
      startedAt: at(1),
      machines: { count: 1, names: ['etcd-3'] },
    });
    expect(down[0].endedAt).toBeUndefined();
  });

  it('name the reason that a source has now, where nothing had been collected before', async () => {
    const { stores } = await migratedStores(databases, id);
    const { assessments, incidents } = stores;
    for (const [minute, reason] of [undefined, 'refused' as const].entries()) {
      const snapshot = etcdSnapshot(one, at(minute));
      const { etcd } = snapshot.sections;
      if (etcd.state === 'unknown' && reason) {
        snapshot.sections.etcd = { ...etcd, reason };
      }
      const head = await assessments.head('one');
      await assessments.commit(commitOf(snapshot, head));
    }
    const { spans } = await incidents.spans('one', everything);
    expect(incidentsOf(spans).map(({ source }) => source)).toEqual([
      { name: 'test', reason: 'refused' },
    ]);
  });

  it.each`
    checkId                      | status       | verdict          | rule
    ${'etcd-member-health'}      | ${'unknown'} | ${'not-visible'} | ${'unknown'}
    ${'etcd-has-leader'}         | ${'fail'}    | ${'broken'}      | ${'of a state'}
    ${'etcd-zone-spread'}        | ${'fail'}    | ${'weak'}        | ${'of the design'}
    ${'a-check-that-is-no-more'} | ${'fail'}    | ${'weak'}        | ${'of a check that no longer exists'}
  `(
    'know a finding of before causes were kept by itself: $rule',
    async ({ checkId, status, verdict }) => {
      const { knex, stores } = await migratedStores(databases, id);
      await knex('finding').insert(finding(1, checkId, status));
      const { spans } = await stores.incidents.spans('one', everything);
      expect(incidentsOf(spans)).toEqual([
        expect.objectContaining({ kind: 'check', verdict }),
      ]);
    },
  );

  it('are made of 500 findings at most, the newest, and say that there are older ones', async () => {
    const { knex, stores } = await migratedStores(databases, id);
    const rows = (first: number, count: number) =>
      Array.from({ length: count }, (_, i) =>
        finding(first + i, 'etcd-has-leader', 'fail'),
      );
    await knex.batchInsert('finding', rows(1, 500), 50);
    const full = await stores.incidents.spans('one', everything);
    expect(full.spans).toHaveLength(500);
    expect(full.more).toBe(false);

    await knex('finding').insert(rows(501, 1));
    const over = await stores.incidents.spans('one', everything);
    expect(over.spans).toHaveLength(500);
    expect(over.spans[0].firstSeen).toBe(at(501));
    expect(over.more).toBe(true);
  });
});
