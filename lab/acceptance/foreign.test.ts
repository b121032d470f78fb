/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Scorecard } from 'backstage-plugin-kubernetes-ha-common';
import { Lab, startLab } from '../src';
import { createObserver } from './createObserver';
import {
  belowPass,
  differences,
  resultOf,
  unexplainedCriticalFailures,
} from './expectation';
import type { Observer } from './observer';

/** Checks that rest on mirror pods, which a control plane of another make does not have. */
const NEEDS_MIRROR_PODS = ['leader-candidates', 'kcm-up', 'scheduler-up'];

suite('a control plane that kubeadm did not make', { timeout: 900_000 }, () => {
  let lab: Lab | undefined;
  let observer: Observer | undefined;
  let card: Scorecard | undefined;

  before(async () => {
    lab = await startLab({ name: 'acceptance', profile: 'foreign' });
    observer = await createObserver(lab.appConfig());
    await observer.look();
    await observer.look();
    ({ card } = await observer.look());
  });

  after(async () => {
    await observer?.close();
    await lab?.down();
  });

  test('its members, instances, leases and load balancers are judged as what they are', () => {
    assert.ok(card);
    assert.deepEqual(
      differences(card, {
        'etcd-member-count': ['pass'],
        'etcd-quorum-fault-tolerance': ['pass'],
        'etcd-has-leader': ['pass'],
        'etcd-zone-spread': ['pass'],
        'apiserver-replica-count': ['pass'],
        'apiserver-readyz-each': ['pass'],
        'kcm-lease-fresh': ['pass'],
        'scheduler-lease-fresh': ['pass'],
        'lb-backends-up': ['pass'],
        'lb-membership': ['pass'],
        'lb-redundancy': ['pass'],
        'lb-vip-reachable': ['pass'],
      }),
      [],
      belowPass(card).join('\n'),
    );
  });

  test('what only mirror pods show is unknown or not applicable, and says why', () => {
    assert.ok(card);
    for (const id of NEEDS_MIRROR_PODS) {
      const result = resultOf(card, id);
      assert.ok(
        ['unknown', 'not-applicable'].includes(result.status),
        `${id} is ${result.status}`,
      );
    }
  });

  test('no critical check fails on a control plane that is well', () => {
    assert.ok(card);
    assert.deepEqual(
      unexplainedCriticalFailures(card, {}, {}),
      [],
      belowPass(card).join('\n'),
    );
  });

  test('a stopped member is seen here too', async () => {
    assert.ok(lab && observer);
    await lab.fault('stop-etcd', {});
    try {
      const { differences: off } = await observer.lookUntil(
        now => differences(now, { 'etcd-quorum-fault-tolerance': ['fail'] }),
        2,
      );
      assert.deepEqual(off, []);
    } finally {
      await lab.heal();
    }
  });
});
