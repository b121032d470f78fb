/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { observedEtcd } from 'backstage-plugin-kubernetes-ha-collector/src/__testUtils__/observedEtcd';
import { hashSection, PodInfo } from 'backstage-plugin-kubernetes-ha-common';
import { migratedStores, testDatabases } from '../__testUtils__/databases';
import { createStores } from './createStores';

const databases = testDatabases();
const context = {
  now: () => new Date('2026-11-23T12:00:00Z'),
  intervalSeconds: 30,
};
const etcd = (healthy: number) => observedEtcd(context, { voters: 3, healthy });
const provenance = {
  source: 'test',
  via: 'test',
  observedAt: context.now().toISOString(),
};

describe.each(databases.eachSupportedId())('signals on %s', id => {
  it('gives back what was written, on this replica and on another', async () => {
    const { knex, stores } = await migratedStores(databases, id);
    const pods: PodInfo[] = Array.from({ length: 3_000 }, (_, i) => ({
      namespace: 'default',
      name: `web-${i}`,
      uid: `uid-${i}`,
      nodeName: `node-${i % 30}`,
      phase: 'Running',
      ready: true,
      cpuMillis: 100,
      memoryBytes: 128 * 1024 * 1024,
      restartCount: 0,
      mirror: false,
      hostNetwork: false,
    }));
    const written = {
      etcd: etcd(3),
      pods: {
        state: 'observed',
        value: pods,
        intervalSeconds: 120,
        ...provenance,
      } as const,
    };
    await stores.signals.write('one', 1, written);
    expect(await stores.signals.read('one')).toEqual(written);
    expect(await createStores(knex).signals.read('one')).toEqual(written);
    expect(await stores.signals.read('two')).toEqual({});
    const [{ size }] = await knex('signal')
      .where({ section: 'pods' })
      .select(knex.raw('length(body) as size'));
    // Packed: less than a tenth of its JSON.
    expect(Number(size)).toBeLessThan(JSON.stringify(pods).length / 10);
  });

  it('hashes a section when it is written, not each time it is read', async () => {
    const { knex, stores } = await migratedStores(databases, id);
    await stores.signals.write('one', 7, { etcd: etcd(3) });
    const { hash } = await knex('signal').first('hash');
    expect(hash).toBe(`7 ${hashSection('etcd', etcd(3))}`);

    const hashRead = async () => {
      const { etcd: read } = await createStores(knex).signals.read('one');
      return read && hashSection('etcd', read);
    };
    const stored = 'f'.repeat(64);
    await knex('signal').update({ hash: `7 ${stored}` });
    expect(await hashRead()).toBe(stored);
    // A version without the column wrote another signal meanwhile, or wrote the row.
    await knex('signal').update({ hash: `6 ${stored}` });
    expect(await hashRead()).toBe(hashSection('etcd', etcd(3)));
    await knex('signal').update({ hash: null });
    expect(await hashRead()).toBe(hashSection('etcd', etcd(3)));
  });

  it('never lets an older collection overwrite a newer one', async () => {
    const { stores } = await migratedStores(databases, id);
    await stores.signals.write('one', 5, { etcd: etcd(3) });
    await stores.signals.write('one', 4, { etcd: etcd(1) });
    expect(await stores.signals.read('one')).toEqual({ etcd: etcd(3) });
    await stores.signals.write('one', 6, { etcd: etcd(2) });
    expect(await stores.signals.read('one')).toEqual({ etcd: etcd(2) });
  });

  it('does not unpack again what did not change', async () => {
    const { stores } = await migratedStores(databases, id);
    await stores.signals.write('one', 1, { etcd: etcd(3) });
    const first = await stores.signals.read('one');
    expect((await stores.signals.read('one')).etcd).toBe(first.etcd);
  });

  it('does not unpack what it wrote itself, unless another replica was later', async () => {
    const { knex, stores } = await migratedStores(databases, id);
    const written = { etcd: etcd(3) };
    await stores.signals.write('one', 1, written);
    expect((await stores.signals.read('one')).etcd).toBe(written.etcd);
    await createStores(knex).signals.write('one', 2, { etcd: etcd(1) });
    await stores.signals.write('one', 1, written);
    expect(await stores.signals.read('one')).toEqual({ etcd: etcd(1) });
  });

  it('keeps the last observed signal beside newer ones that are none, on every replica', async () => {
    const { knex, stores } = await migratedStores(databases, id);
    const failed = (detail: string) =>
      ({ state: 'unknown', reason: 'timeout', detail, ...provenance } as const);
    await stores.signals.write('one', 1, { etcd: etcd(3) });
    await stores.signals.write('one', 3, { etcd: failed('first') });
    await stores.signals.write('one', 5, { etcd: failed('second') });
    const expected = {
      newest: { etcd: failed('second') },
      lastObserved: { etcd: etcd(3) },
    };
    expect(await stores.signals.readBoth('one')).toEqual(expected);
    const other = createStores(knex);
    expect(await other.signals.readBoth('one')).toEqual(expected);
    // A collection that began earlier is not the last observed one either.
    await other.signals.write('one', 2, { etcd: etcd(1) });
    expect(await stores.signals.readBoth('one')).toEqual(expected);
    await other.signals.write('one', 7, { etcd: etcd(2) });
    expect(await stores.signals.readBoth('one')).toEqual({
      newest: { etcd: etcd(2) },
      lastObserved: { etcd: etcd(2) },
    });
    expect(await knex('signal').select('last_body')).toEqual([
      { last_body: null },
    ]);
  });

  it('takes one write of each number', async () => {
    const { stores } = await migratedStores(databases, id);
    await stores.signals.write('one', 4, { etcd: etcd(3) });
    await stores.signals.write('one', 4, { etcd: etcd(1) });
    expect(await stores.signals.read('one')).toEqual({ etcd: etcd(3) });
  });

  it('collects anew after the snapshot schema has changed', async () => {
    const { knex, stores } = await migratedStores(databases, id);
    await stores.signals.write('one', 1, { etcd: etcd(3) });
    await knex('signal').update({ schema_version: 0 });
    expect(await stores.signals.read('one')).toEqual({});
  });
});
