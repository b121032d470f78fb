/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { observedEtcd } from 'backstage-plugin-kubernetes-ha-collector/src/__testUtils__/observedEtcd';
import { TestDatabaseId } from '@backstage/backend-test-utils';
import { testDatabases } from '../__testUtils__/databases';
import { setUpCollection } from './__testUtils__/setUpCollection';
import { silentEtcd } from './__testUtils__/silentEtcd';

const databases = testDatabases();
const setUp = (id: TestDatabaseId) => setUpCollection(databases, id);

describe.each(databases.eachSupportedId())('a collection on %s', id => {
  it('stores what was seen, has it assessed, and publishes a fall at once', async () => {
    const { seen, collect, quorum, pass, events } = await setUp(id);
    expect(await collect()).toBe('collected');
    expect(await quorum()).toMatchObject({ status: 'pass' });
    pass(30);
    await collect();
    seen.etcd = async context =>
      observedEtcd(context, { voters: 3, healthy: 2 });
    pass(30);
    await collect();
    expect(await quorum()).toMatchObject({ status: 'fail' });
    pass(30);
    await collect();
    expect(events.publish.mock.calls.map(([event]) => event)).toEqual([
      {
        topic: 'kubernetes-ha.scorecard',
        eventPayload: expect.objectContaining({
          cluster: 'one',
          cause: 'first',
        }),
      },
      {
        topic: 'kubernetes-ha.scorecard',
        eventPayload: expect.objectContaining({
          cluster: 'one',
          cause: 'grade-changed',
          grade: 'F',
        }),
      },
    ]);
  });

  it('is not done twice in one interval', async () => {
    const { collect, pass } = await setUp(id);
    expect(await collect()).toBe('collected');
    pass(5);
    expect(await collect()).toBe('not-due');
    // The scheduler's ticks wander: a little early is in time.
    pass(20);
    expect(await collect()).toBe('collected');
  });

  it('stretches the inventory so that reading takes a twentieth of the time', async () => {
    const { stores, seen, collect, pass, assessments, quorum } = await setUp(
      id,
    );
    seen.readingMs = 30_000;
    await collect({ group: 'inventory' });
    expect(await stores.collections.get('one', 'inventory')).toMatchObject({
      intervalSeconds: 600,
    });
    // What was seen stays fresh until the next look is due.
    const { etcd } = await stores.signals.read('one');
    expect(etcd).toMatchObject({ state: 'observed', intervalSeconds: 600 });
    pass(480);
    expect(await collect({ group: 'inventory' })).toBe('not-due');
    await assessments.assess('one', 'time');
    expect(await quorum()).toMatchObject({ status: 'pass' });
    pass(120);
    seen.readingMs = 100;
    expect(await collect({ group: 'inventory' })).toBe('collected');
    expect(await stores.collections.get('one', 'inventory')).toMatchObject({
      intervalSeconds: 120,
    });
  });

  it('publishes a change though its measurements cannot be stored', async () => {
    const { stores, collect, events, logger } = await setUp(id);
    stores.measurements.add = async () => {
      throw new Error('disk full');
    };
    expect(await collect()).toBe('collected');
    expect(events.publish).toHaveBeenCalledTimes(1);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('The measurements of cluster one'),
      expect.objectContaining({ message: 'disk full' }),
    );
  });

  it('confirms a rise only by a collection of its own group', async () => {
    const { seen, collect, pass, events } = await setUp(id);
    const healthy = seen.etcd;
    seen.etcd = async context =>
      observedEtcd(context, { voters: 3, healthy: 2 });
    await collect();
    seen.etcd = healthy;
    pass(30);
    await collect();
    await collect({ group: 'inventory' });
    expect(events.publish).toHaveBeenCalledTimes(1);
    pass(30);
    await collect();
    expect(events.publish).toHaveBeenCalledTimes(2);
  });

  it('hands on what was observed last, whatever failed since, until another identity is accepted', async () => {
    const { stores, seen, collect, pass } = await setUp(id);
    await collect();
    const { etcd } = await stores.signals.read('one');
    const healthy = seen.etcd;
    const handed: unknown[] = [];
    seen.etcd = async ({ previous, lastObserved, now }) => {
      handed.push([previous.etcd?.state, lastObserved?.etcd]);
      return silentEtcd({ now });
    };
    for (let failures = 0; failures < 3; failures += 1) {
      pass(90);
      await collect();
    }
    expect(handed).toEqual([
      ['observed', etcd],
      ['unknown', etcd],
      ['unknown', etcd],
    ]);
    const unanswered = seen.etcd;
    seen.uid = 'u2';
    seen.etcd = unanswered;
    pass(90);
    await collect({ accept: 'u2' });
    expect((await stores.signals.readBoth('one')).lastObserved).toEqual({});
    seen.etcd = healthy;
    pass(90);
    await collect({ accept: 'u2' });
    const both = await stores.signals.readBoth('one');
    expect(both.lastObserved.etcd).toEqual(both.newest.etcd);
  });

  it('is soon repeated after one that failed, however long it took', async () => {
    const { stores, seen, collect } = await setUp(id);
    seen.readingMs = 35_000;
    seen.etcd = async context => silentEtcd(context);
    await collect({ group: 'inventory' });
    expect(await stores.collections.get('one', 'inventory')).toMatchObject({
      intervalSeconds: 120,
      silent: 1,
      failed: 1,
    });
  });

  it('leaves nothing behind when it is stopped half-way', async () => {
    const { stores, seen, collect } = await setUp(id);
    const stop = new AbortController();
    seen.etcd = async context => {
      stop.abort();
      return observedEtcd(context, { voters: 3, healthy: 0 });
    };
    expect(await collect({ signal: stop.signal })).toBe('stopped');
    expect(await stores.signals.read('one')).toEqual({});
    expect(await stores.assessments.scorecard('one')).toBeUndefined();
    expect(
      await stores.collections.get('one', 'control-plane'),
    ).toBeUndefined();
  });

  it('does not let a collection that hung overwrite what was observed since', async () => {
    const { stores, seen, collect, quorum, pass } = await setUp(id);
    let release: () => void = () => {};
    const hanging = new Promise<void>(resolve => {
      release = resolve;
    });
    const begun = new Promise<void>(resolve => {
      seen.etcd = async context => {
        resolve();
        await hanging;
        return observedEtcd(context, { voters: 3, healthy: 0 });
      };
    });
    const old = collect();
    await begun;
    pass(60);
    seen.etcd = async context =>
      observedEtcd(context, { voters: 3, healthy: 3 });
    await collect();
    const newer = await stores.collections.get('one', 'control-plane');
    release();
    await old;
    expect(await stores.collections.get('one', 'control-plane')).toEqual(newer);
    expect(await quorum()).toMatchObject({ status: 'pass' });
    const { etcd } = await stores.signals.read('one');
    expect(
      etcd?.state === 'observed' && etcd.value.members.every(m => m.health.ok),
    ).toBe(true);
  });

  it('turns unknown what was observed, once it is no longer collected', async () => {
    const { collect, quorum, pass, assessments, stores, now } = await setUp(id);
    await collect();
    pass(91);
    expect(await stores.assessments.overdue(now(), 3)).toEqual(['one']);
    await assessments.assess('one', 'time');
    expect(await quorum()).toMatchObject({
      status: 'unknown',
      reason: 'stale',
    });
    expect((await stores.assessments.scorecard('one'))?.provisional).toBe(true);
  });
});
