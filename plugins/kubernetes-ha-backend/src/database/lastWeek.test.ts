/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CauseSummary } from 'backstage-plugin-kubernetes-ha-common';
import { migratedStores, testDatabases } from '../__testUtils__/databases';
import { lastWeekOf } from './lastWeek';

const databases = testDatabases();
const weekAgo = '2026-11-16T12:30:00.000Z';
const before = '2026-11-10T00:00:00.000Z';
const since = '2026-11-20T00:00:00.000Z';

const hour = (cluster: string, at: string, score: number) => ({
  cluster,
  resolution: 'hour',
  at,
  score,
  grade: 'B',
  provisional: false,
});

const cpB: CauseSummary = {
  id: 'machines:cp-b',
  kind: 'machines',
  verdict: 'broken',
  checkId: 'etcd-member-health',
  machines: { count: 1, names: ['cp-b'] },
};

/** A finding of cluster `one` under a cause, if it has one. */
const finding = (
  checkId: string,
  firstSeen: string,
  resolvedAt: string | null,
  cause?: CauseSummary,
) => ({
  id: `one/${checkId}/${firstSeen}`,
  cluster: 'one',
  check_id: checkId,
  layer: 'etcd',
  severity: 'critical',
  rank: 0,
  status: 'fail',
  first_seen: firstSeen,
  last_seen: firstSeen,
  resolved_at: resolvedAt,
  result: '{}',
  cause_id: cause?.id ?? null,
  cause: cause ? JSON.stringify(cause) : null,
});

describe.each(databases.eachSupportedId())('a week ago on %s', id => {
  const stored = async (rows: ReturnType<typeof finding>[]) => {
    const { knex } = await migratedStores(databases, id);
    await knex('history').insert([
      hour('one', '2026-11-16T12:00:00.000Z', 82),
      hour('one', '2026-11-16T11:00:00.000Z', 20),
      hour('restarted', '2026-11-16T10:00:00.000Z', 95),
      hour('silent', '2026-11-15T12:00:00.000Z', 95),
      hour('young', '2026-11-17T12:00:00.000Z', 95),
    ]);
    if (rows.length > 0) await knex('finding').insert(rows);
    return lastWeekOf(
      knex,
      ['one', 'restarted', 'silent', 'young', 'unknown'],
      weekAgo,
    );
  };

  it('is the hour of that moment, or one shortly before; nothing where nobody assessed', async () => {
    const weeks = await stored([]);
    expect(
      [...weeks].map(([name, { at, score }]) => [name, at, score]),
    ).toEqual(
      expect.arrayContaining([
        ['one', '2026-11-16T12:00:00.000Z', 82],
        ['restarted', '2026-11-16T10:00:00.000Z', 95],
      ]),
    );
    expect(weeks.size).toBe(2);
    expect(weeks.get('one')).toMatchObject({
      grade: 'B',
      provisional: false,
      appeared: { count: 0, first: [] },
      resolved: { count: 0, first: [] },
    });
  });

  it.each`
    rows                                                                    | appeared                        | resolved             | rule
    ${[finding('a', since, null, cpB), finding('b', since, null, cpB)]}     | ${['machines:cp-b']}            | ${[]}                | ${'what began since is one cause, whatever follows from it'}
    ${[finding('a', before, since, cpB), finding('b', before, since, cpB)]} | ${[]}                           | ${['machines:cp-b']} | ${'what was there and is gone'}
    ${[finding('a', before, null, cpB), finding('b', since, null, cpB)]}    | ${[]}                           | ${[]}                | ${'another symptom of a cause that was there'}
    ${[finding('a', before, since, cpB), finding('b', before, null, cpB)]}  | ${[]}                           | ${[]}                | ${'one symptom less of a cause that stays'}
    ${[finding('a', since, since, cpB)]}                                    | ${[]}                           | ${[]}                | ${'what came and went in between'}
    ${[finding('a', before, weekAgo, cpB)]}                                 | ${[]}                           | ${[]}                | ${'what was gone already'}
    ${[finding('etcd-member-health', since, null)]}                         | ${['check:etcd-member-health']} | ${[]}                | ${'a finding that an earlier version wrote is a cause of its own'}
  `('$rule', async ({ rows, appeared, resolved }) => {
    const week = (await stored(rows)).get('one');
    expect(week?.appeared.first.map(cause => cause.id)).toEqual(appeared);
    expect(week?.resolved.first.map(cause => cause.id)).toEqual(resolved);
  });

  it('names ten causes and counts all', async () => {
    const rows = Array.from({ length: 12 }, (_, i) =>
      finding(`check-${i}`, since, null),
    );
    const week = (await stored(rows)).get('one');
    expect(week?.appeared.count).toBe(12);
    expect(week?.appeared.first).toHaveLength(10);
  });
});
