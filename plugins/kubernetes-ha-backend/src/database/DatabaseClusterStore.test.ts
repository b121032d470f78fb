/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { migratedStores, testDatabases } from '../__testUtils__/databases';
import { declared } from '../__testUtils__/snapshots';
import { createStores } from './createStores';

const databases = testDatabases();
const now = new Date('2026-11-23T12:00:00.000Z');
const later = new Date('2026-11-24T12:00:00.000Z');
const names = Array.from({ length: 40 }, (_, i) => `cluster-${i}`);

describe.each(databases.eachSupportedId())('clusters on %s', id => {
  it('are declared by replicas that list them in other orders, all at once and again and again', async () => {
    const { knex, stores } = await migratedStores(databases, id);
    const other = createStores(knex);
    const forwards = names.map(name => declared(name));
    const backwards = [...forwards].reverse();
    for (let round = 0; round < 10; round += 1) {
      await Promise.all([
        stores.clusters.declare(forwards, now),
        other.clusters.declare(backwards, now),
        // A third one lists half of them, as during a change of configuration.
        other.clusters.declare(backwards.slice(20), now),
      ]);
    }
    await stores.clusters.declare(forwards, now);
    expect(await stores.clusters.configuredNames()).toEqual([...names].sort());
  });

  it('are removed since the first start without them, and back with what was known', async () => {
    const { knex, stores } = await migratedStores(databases, id);
    const { clusters } = stores;
    const removedAt = () =>
      knex('cluster').where({ name: 'one' }).pluck('removed_at');
    await clusters.declare([declared('one')], now);
    expect(await removedAt()).toEqual([null]);
    await clusters.learnIdentity('one', { uid: 'u1', since: 'then' });
    await clusters.declare([], now);
    await clusters.declare([], later);
    expect(await removedAt()).toEqual([now.toISOString()]);
    expect(await clusters.get('one')).toMatchObject({ configured: false });
    await clusters.declare([declared('one')], later);
    expect(await removedAt()).toEqual([null]);
    expect(await clusters.get('one')).toMatchObject({
      configured: true,
      identity: { uid: 'u1' },
    });
  });

  it('give every collection a number of its own, and one below it for its fence', async () => {
    const { stores } = await migratedStores(databases, id);
    await stores.clusters.declare([declared('one')], now);
    const numbers = await Promise.all(
      Array.from({ length: 10 }, () => stores.clusters.nextEpoch('one')),
    );
    const all = numbers.flatMap(number => [number - 1, number]);
    expect(new Set(all).size).toBe(20);
  });
});
