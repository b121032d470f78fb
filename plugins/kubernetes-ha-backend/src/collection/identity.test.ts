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

describe.each(databases.eachSupportedId())('the identity on %s', id => {
  it('says that a cluster does not report its identity, while the rest of it answers', async () => {
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

  it('adds to the identity what it observed, and keeps what another collection learnt meanwhile', async () => {
    const { stores, seen, collect } = await setUp(id);
    let release: () => void = () => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    const begun = new Promise<void>(resolve => {
      seen.etcd = async ({ now }) => {
        resolve();
        await held;
        return silentEtcd({ now });
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
        answered: 0,
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

    it('stores nothing that a collection before the acceptance observed', async () => {
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
      seen.etcd = async context => silentEtcd(context);
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
