/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { LAST_OBSERVED_SECONDS } from 'backstage-plugin-kubernetes-ha-common';
import { observedEtcd } from 'backstage-plugin-kubernetes-ha-collector/src/__testUtils__/observedEtcd';
import { testDatabases } from '../__testUtils__/databases';
import { setUpCollection } from './__testUtils__/setUpCollection';
import { silentEtcd } from './__testUtils__/silentEtcd';

const databases = testDatabases();
describe.each(databases.eachSupportedId())(
  'a failure that becomes invisible, on %s',
  id => {
    it('stands for an hour, in the scorecard and in the snapshot behind it, and ends when it is seen to be over', async () => {
      const { stores, seen, collect, quorum, pass } = await setUpCollection(
        databases,
        id,
      );
      const cardOf = () => stores.assessments.scorecard('one');
      const healthy =
        (count: number): typeof seen.etcd =>
        async context =>
          observedEtcd(context, { voters: 3, healthy: count });
      seen.etcd = healthy(1);
      await collect();
      const broken = await cardOf();
      expect(await quorum()).toMatchObject({ status: 'fail' });

      seen.etcd = async context => silentEtcd(context, 'refused');
      pass(30);
      await collect();
      expect(await quorum()).toMatchObject({
        status: 'unknown',
        reason: 'refused',
        verdict: 'broken',
        lastSeen: { status: 'fail', ageSeconds: 30 },
      });
      const unseen = await cardOf();
      expect(unseen?.score).toBe(broken?.score);
      expect(unseen?.headline).toEqual(broken?.headline);

      pass(LAST_OBSERVED_SECONDS);
      await collect();
      expect(await quorum()).toMatchObject({
        status: 'unknown',
        verdict: 'not-visible',
      });

      seen.etcd = healthy(3);
      // A silent cluster is asked less often.
      pass(600);
      await collect();
      expect(await quorum()).toMatchObject({ status: 'pass' });
    });

    it('is in the snapshot that is kept, so that it can be replayed', async () => {
      const { stores, seen, collect, pass } = await setUpCollection(
        databases,
        id,
      );
      seen.etcd = async context =>
        observedEtcd(context, { voters: 3, healthy: 1 });
      await collect();
      seen.etcd = async context => silentEtcd(context);
      for (let times = 0; times < 2; times += 1) {
        pass(30);
        await collect();
      }
      const [newest] = (
        await stores.snapshots.list('one', { offset: 0, limit: 1 })
      ).items;
      const kept = await stores.snapshots.get('one', newest.hash);
      expect(kept?.sections.etcd).toMatchObject({ state: 'unknown' });
      expect(kept?.lastObserved?.etcd).toMatchObject({
        state: 'observed',
        value: { clusterId: 'c1' },
      });
    });
  },
);
