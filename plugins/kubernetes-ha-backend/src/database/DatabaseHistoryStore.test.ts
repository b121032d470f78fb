/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Knex } from 'knex';
import { migratedStores, testDatabases } from '../__testUtils__/databases';

const databases = testDatabases();
const now = new Date('2026-11-23T12:30:00.000Z');
const ago = (hours: number) =>
  new Date(now.getTime() - hours * 3_600_000).toISOString();

function point(at: string, score: number | null, resolution = 'raw') {
  return {
    cluster: 'one',
    resolution,
    at,
    score,
    grade: score === null ? null : 'B',
    provisional: false,
    limited_by_layer: score === null ? null : 'etcd',
    snapshot_hash: null,
  };
}

async function stored(knex: Knex, resolution: string) {
  const rows = await knex('history').where({ resolution }).orderBy('at');
  return rows.map(row => [row.at, row.score]);
}

describe.each(databases.eachSupportedId())('history on %s', id => {
  it('keeps the lowest score of each hour and day, null only where everything was unknown', async () => {
    const { knex, stores } = await migratedStores(databases, id);
    await knex('history').insert([
      point('2026-11-23T10:01:00.000Z', 95),
      point('2026-11-23T10:30:00.000Z', 20),
      point('2026-11-23T10:59:59.999Z', null),
      point('2026-11-23T11:00:00.000Z', null),
      point('2026-11-23T12:10:00.000Z', 80),
    ]);
    await stores.history.retain(now);
    expect(await stored(knex, 'hour')).toEqual([
      ['2026-11-23T10:00:00.000Z', 20],
      ['2026-11-23T11:00:00.000Z', null],
      ['2026-11-23T12:00:00.000Z', 80],
    ]);
    expect(await stored(knex, 'day')).toEqual([
      ['2026-11-23T00:00:00.000Z', 20],
    ]);

    // The hour that still fills is written again; what is done twice changes nothing.
    await knex('history').insert(point('2026-11-23T12:20:00.000Z', 15));
    await stores.history.retain(now);
    await stores.history.retain(now);
    expect((await stored(knex, 'hour')).at(-1)).toEqual([
      '2026-11-23T12:00:00.000Z',
      15,
    ]);
    expect(await stored(knex, 'day')).toEqual([
      ['2026-11-23T00:00:00.000Z', 15],
    ]);
    expect(await stored(knex, 'raw')).toHaveLength(6);
  });

  it.each`
    missed                        | rule
    ${'2026-11-23T09:40:00.000Z'} | ${'a few hours'}
    ${'2026-11-22T01:00:00.000Z'} | ${'more than a day'}
  `(
    'thins out what came before a stop of $rule, once it runs again',
    async ({ missed }) => {
      const { knex, stores } = await migratedStores(databases, id);
      await knex('history').insert(point(missed, 90));
      await stores.history.retain(new Date(Date.parse(missed) + 1));
      // The low just before the backend stopped, after the last run.
      const low = new Date(Date.parse(missed) + 600_000).toISOString();
      await knex('history').insert([point(low, 20), point(ago(0), 95)]);
      await stores.history.retain(now);
      expect((await stored(knex, 'hour'))[0]).toEqual([
        `${missed.slice(0, 13)}:00:00.000Z`,
        20,
      ]);
      expect((await stored(knex, 'day'))[0]).toEqual([
        `${missed.slice(0, 10)}T00:00:00.000Z`,
        20,
      ]);
    },
  );

  it('removes raw points after 48 hours, hours after 30 days, days after two years', async () => {
    const { knex, stores } = await migratedStores(databases, id);
    await knex('history').insert([
      point(ago(49), 90),
      point(ago(47), 91),
      point(ago(31 * 24), 92, 'hour'),
      point(ago(29 * 24), 93, 'hour'),
      point(ago(731 * 24), 94, 'day'),
      point(ago(729 * 24), 95, 'day'),
    ]);
    await stores.history.retain(now);
    expect(await stored(knex, 'raw')).toEqual([[ago(47), 91]]);
    expect((await stored(knex, 'hour'))[0]).toEqual([ago(29 * 24), 93]);
    expect((await stored(knex, 'day'))[0]).toEqual([ago(729 * 24), 95]);
  });
});
