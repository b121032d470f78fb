/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { migratedStores, testDatabases } from '../__testUtils__/databases';

const databases = testDatabases();
const now = new Date('2026-11-23T12:30:00.000Z');
const EVER = ['2000-01-01T00:00:00.000Z', '2100-01-01T00:00:00.000Z'] as const;

describe.each(databases.eachSupportedId())('measurements on %s', id => {
  it('are noted once a minute and read oldest first', async () => {
    const { stores } = await migratedStores(databases, id);
    const { measurements } = stores;
    const size = (bytes: number) => ({ 'etcd-db-size': { m1: bytes } });
    await measurements.add('one', '2026-11-23T12:01:05.123Z', size(3));
    await measurements.add('one', '2026-11-23T12:00:05.000Z', size(1));
    await measurements.add('one', '2026-11-23T12:00:35.000Z', size(2));
    await measurements.add('two', '2026-11-23T12:00:35.000Z', size(9));
    await measurements.add('one', '2026-11-23T12:02:00.000Z', {});
    expect(await measurements.range('one', 'raw', ...EVER)).toEqual([
      { at: '2026-11-23T12:00:00.000Z', values: size(1) },
      { at: '2026-11-23T12:01:00.000Z', values: size(3) },
    ]);
    expect(
      await measurements.range(
        'one',
        'raw',
        '2026-11-23T12:01:00.000Z',
        EVER[1],
      ),
    ).toHaveLength(1);
  });

  it('are thinned to the worst of each hour and day, also after a stop, and removed in time', async () => {
    const { knex, stores } = await migratedStores(databases, id);
    const { measurements } = stores;
    const ready = (nodes: number) => ({ 'nodes-ready': { '': nodes } });
    await measurements.add('one', '2026-11-22T20:10:00.000Z', ready(5));
    await measurements.retain(new Date('2026-11-22T20:20:00.000Z'));
    // The low just before the backend stopped for half a day.
    await measurements.add('one', '2026-11-22T20:40:00.000Z', ready(1));
    await measurements.add('one', '2026-11-23T12:10:00.000Z', ready(6));
    await measurements.add('one', '2026-11-23T12:20:00.000Z', ready(4));
    await measurements.retain(now);
    await measurements.retain(now);
    expect(await measurements.range('one', 'hour', ...EVER)).toEqual([
      { at: '2026-11-22T20:00:00.000Z', values: ready(1) },
      { at: '2026-11-23T12:00:00.000Z', values: ready(4) },
    ]);
    expect(await measurements.range('one', 'day', ...EVER)).toEqual([
      { at: '2026-11-22T00:00:00.000Z', values: ready(1) },
      { at: '2026-11-23T00:00:00.000Z', values: ready(4) },
    ]);

    await measurements.retain(new Date('2026-11-26T00:00:00.000Z'));
    expect(await measurements.range('one', 'raw', ...EVER)).toEqual([]);
    await measurements.retain(new Date('2029-01-01T00:00:00.000Z'));
    expect(await knex('measurement')).toEqual([]);
  });
});
