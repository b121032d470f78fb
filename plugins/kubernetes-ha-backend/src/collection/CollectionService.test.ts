/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mockServices, TestDatabaseId } from '@backstage/backend-test-utils';
import {
  checks,
  defaultPolicy,
  EtcdInfo,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import { AssessmentService } from '../assessment/AssessmentService';
import type { ClusterConfig } from '../config/clusterConfig';
import type { SeenIdentity } from '../clusters/identityOf';
import type { ClusterIdentity } from '../database/ClusterStore';
import { migratedStores, testDatabases } from '../__testUtils__/databases';
import { observedEtcd } from '../__testUtils__/fakeCluster';
import { declared } from '../__testUtils__/snapshots';
import { CollectionService } from './CollectionService';
import type { Collector, CollectorContext } from './Collector';

const databases = testDatabases();
jest.setTimeout(60_000);

const config: ClusterConfig = {
  name: 'one',
  tier: 'production',
  platform: 'self-managed',
  connection: { type: 'custom', name: 'fake', settings: {} },
  apiServer: { instances: [] },
  intervals: { controlPlaneSeconds: 30, inventorySeconds: 120 },
};
const QUORUM = 'etcd-quorum-fault-tolerance';

/** A cluster on a database, with a clock that a test moves. */
async function setUp(id: TestDatabaseId) {
  const { stores } = await migratedStores(databases, id);
  await stores.clusters.declare([declared('one')]);
  const clock = { ms: Date.parse('2026-11-23T12:00:00Z') };
  const now = () => new Date(clock.ms);
  const logger = mockServices.logger.mock();
  const events = mockServices.events.mock();
  const assessments = new AssessmentService({
    ...stores,
    events,
    logger,
    checks,
    policy: defaultPolicy,
    now,
  });
  const service = new CollectionService({
    ...stores,
    assessments,
    logger,
    now,
  });
  const seen: ClusterIdentity & {
    refusal?: SeenIdentity['refusal'];
    etcd: (c: CollectorContext) => Promise<Signal<EtcdInfo>>;
    readingMs: number;
  } = {
    uid: 'u1',
    readingMs: 0,
    etcd: async context => observedEtcd(context, { voters: 3, healthy: 3 }),
  };
  const collector: Collector = {
    sectionsOf: () => ['etcd'],
    identity: async () => ({
      identity: seen.uid ? { uid: seen.uid } : {},
      ...(seen.refusal && { refusal: seen.refusal }),
    }),
    collect: async (_group, context) => ({
      sections: { etcd: await seen.etcd(context) },
      readingMs: seen.readingMs,
    }),
    close: async () => {},
  };
  const collect = (
    options: {
      accept?: string;
      group?: 'control-plane' | 'inventory';
      signal?: AbortSignal;
    } = {},
  ) =>
    service.collect(
      {
        collector,
        config: {
          ...config,
          ...(options.accept && { acceptIdentity: options.accept }),
        },
      },
      options.group ?? 'control-plane',
      options.signal ?? new AbortController().signal,
    );
  const quorum = async () =>
    (await stores.assessments.scorecard('one'))?.results.find(
      r => r.checkId === QUORUM,
    );
  const pass = (seconds: number) => {
    clock.ms += seconds * 1000;
  };
  return {
    stores,
    seen,
    collect,
    quorum,
    pass,
    assessments,
    events,
    logger,
    now,
  };
}

describe.each(databases.eachSupportedId())('a collection on %s', id => {
  it('stores what was seen, has it judged, and tells of changes only', async () => {
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
    await assessments.assess('one');
    expect(await quorum()).toMatchObject({ status: 'pass' });
    pass(120);
    seen.readingMs = 100;
    expect(await collect({ group: 'inventory' })).toBe('collected');
    expect(await stores.collections.get('one', 'inventory')).toMatchObject({
      intervalSeconds: 120,
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

  it('does not let a look that hung overwrite what was seen since', async () => {
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

  it('turns unknown what was seen, once nobody looks any more', async () => {
    const { collect, quorum, pass, assessments, stores, now } = await setUp(id);
    await collect();
    pass(91);
    expect(await stores.assessments.overdue(now(), 3)).toEqual(['one']);
    await assessments.assess('one');
    expect(await quorum()).toMatchObject({
      status: 'unknown',
      reason: 'stale',
    });
    expect((await stores.assessments.scorecard('one'))?.provisional).toBe(true);
  });

  it('says that a cluster does not tell who it is, while the rest of it answers', async () => {
    const { stores, seen, collect, quorum } = await setUp(id);
    delete seen.uid;
    seen.refusal = { reason: 'forbidden', detail: 'namespaces is forbidden' };
    await collect();
    expect(await quorum()).toMatchObject({ status: 'pass' });
    expect(await stores.collections.get('one', 'control-plane')).toMatchObject({
      problems: [
        {
          source: 'identity',
          sections: [],
          reason: 'forbidden',
          detail: 'namespaces is forbidden',
        },
      ],
    });
  });

  it('adds to the identity what it saw, and forgets nothing that another look learnt meanwhile', async () => {
    const { stores, seen, collect } = await setUp(id);
    let release: () => void = () => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    const begun = new Promise<void>(resolve => {
      seen.etcd = async ({ now }) => {
        resolve();
        await held;
        return {
          state: 'unknown',
          reason: 'timeout',
          detail: 'slow',
          source: 'fake',
          via: 'fake',
          observedAt: now().toISOString(),
        };
      };
    });
    const slow = collect({ group: 'inventory' });
    await begun;
    seen.etcd = async context =>
      observedEtcd(context, { voters: 3, healthy: 3 });
    await collect();
    release();
    await slow;
    expect((await stores.clusters.get('one'))?.identity).toMatchObject({
      uid: 'u1',
      etcdClusterId: 'c1',
    });
  });

  describe('of another cluster behind the same connection', () => {
    it('stores nothing of it, makes everything unknown, and recovers when the first one answers again', async () => {
      const { stores, seen, collect, quorum, pass, logger } = await setUp(id);
      await collect();
      seen.uid = 'u2';
      seen.etcd = async context =>
        observedEtcd(context, { voters: 1, healthy: 1 });
      pass(30);
      await collect();
      expect(await quorum()).toMatchObject({
        status: 'unknown',
        reason: 'identity-changed',
      });
      const { etcd } = await stores.signals.read('one');
      expect(etcd?.state === 'observed' && etcd.value.members.length).toBe(3);
      expect(
        await stores.collections.get('one', 'control-plane'),
      ).toMatchObject({
        told: 0,
        problems: [
          {
            source: 'identity',
            sections: ['etcd'],
            reason: 'identity-changed',
            detail: expect.stringMatching(
              /is u2, it was u1 .* set acceptIdentity of cluster "one" to u2/,
            ),
          },
        ],
      });
      // Silence is no proof that it is itself again.
      delete seen.uid;
      pass(30);
      await collect();
      expect(await quorum()).toMatchObject({ reason: 'identity-changed' });
      // One line for the whole time.
      expect(logger.error).toHaveBeenCalledTimes(1);

      seen.uid = 'u1';
      seen.etcd = async context =>
        observedEtcd(context, { voters: 3, healthy: 3 });
      pass(30);
      await collect();
      expect(await quorum()).toMatchObject({ status: 'pass' });
    });

    it('begins anew once the operator accepts it', async () => {
      const { stores, seen, collect, quorum, pass } = await setUp(id);
      await collect();
      seen.uid = 'u2';
      seen.etcd = async context =>
        observedEtcd(context, { voters: 3, healthy: 2, clusterId: 'c2' });
      pass(30);
      await collect();
      pass(30);
      await collect({ accept: 'u3' });
      expect(await quorum()).toMatchObject({ reason: 'identity-changed' });
      pass(30);
      await collect({ accept: 'u2' });
      expect(await quorum()).toMatchObject({ status: 'fail' });
      expect((await stores.clusters.get('one'))?.identity).toMatchObject({
        uid: 'u2',
        etcdClusterId: 'c2',
      });
    });

    it('stores nothing that a look before the acceptance saw', async () => {
      const { stores, seen, collect, quorum, pass } = await setUp(id);
      await collect();
      let release: () => void = () => {};
      const held = new Promise<void>(resolve => {
        release = resolve;
      });
      const begun = new Promise<void>(resolve => {
        seen.etcd = async context => {
          resolve();
          await held;
          return observedEtcd(context, { voters: 1, healthy: 1 });
        };
      });
      // The old cluster does not say who it is, so nothing speaks against it.
      delete seen.uid;
      const old = collect({ group: 'inventory' });
      await begun;
      seen.uid = 'u2';
      seen.etcd = async ({ now }) => ({
        state: 'unknown',
        reason: 'timeout',
        detail: 'not yet',
        source: 'fake',
        via: 'fake',
        observedAt: now().toISOString(),
      });
      pass(30);
      await collect({ accept: 'u2' });
      delete seen.uid;
      release();
      await old;
      expect((await stores.signals.read('one')).etcd).toMatchObject({
        state: 'unknown',
      });
      expect(await quorum()).toMatchObject({ status: 'unknown' });
    });

    it('notices another etcd under the same namespace', async () => {
      const { seen, collect, quorum, pass } = await setUp(id);
      await collect();
      seen.etcd = async context =>
        observedEtcd(context, { voters: 3, healthy: 3, clusterId: 'restored' });
      pass(30);
      await collect();
      expect(await quorum()).toMatchObject({ reason: 'identity-changed' });
      pass(30);
      await collect({ accept: 'restored' });
      expect(await quorum()).toMatchObject({ status: 'pass' });
    });
  });
});
