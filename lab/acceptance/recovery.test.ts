/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { Lab, startLab } from '../src';
import { createObserver } from './createObserver';
import { belowPass, differences, resultOf } from './expectation';
import { needsTime, statements } from './needsTime';
import type { Observer } from './observer';

/** Collections within which everything must be back once the fault is over. */
const COLLECTIONS = 2;

/** Collections in which a cluster settles after a start or a fault. */
const COLLECTIONS_TO_SETTLE = 12;

/** How long a member is frozen: longer than a collection may take, and than two intervals. */
const FROZEN_MS = 40_000;

/** Checks that read Leases, heartbeats and Nodes, with the section that shows how it was read. */
const readThroughInstances = [
  ['kcm-lease-fresh', 'leases'],
  ['scheduler-lease-fresh', 'leases'],
  ['node-ready-ratio', 'nodes'],
] as const;

suite('outages of a whole layer', { timeout: 20 * 60_000 }, () => {
  let lab: Lab | undefined;
  let observer: Observer | undefined;

  before(async () => {
    lab = await startLab({
      name: 'recovery',
      profile: 'ha-3az',
      layout: 'stacked',
      log: line => console.log(line),
    });
    observer = await createObserver(lab.appConfig());
    await observer.look();
    await settle(observer);
  });

  after(async () => {
    await observer?.close();
    await lab?.down();
  });

  test('an etcd member that hangs and comes back: every check is back within two intervals', async () => {
    assert.ok(lab && observer);
    const was = statements((await observer.look()).card);
    await lab.fault('freeze-component', { machine: 'cp-b', component: 'etcd' });
    try {
      const until = Date.now() + FROZEN_MS;
      while (Date.now() < until) await observer.look();
    } finally {
      await lab.heal();
    }
    const { card, differences: left } = await observer.lookUntil(
      now => changes(was, statements(now)),
      COLLECTIONS,
    );
    assert.deepEqual(left, [], belowPass(card).join('\n'));
  });

  test('both load balancers without power: Leases and objects are read through an API server', async () => {
    assert.ok(lab && observer);
    await settle(observer);
    const was = statements((await observer.look()).card);
    await lab.fault('lose-all-load-balancers');
    try {
      const { card, differences: left } = await observer.lookUntil(
        now => differences(now, { 'lb-vip-reachable': ['fail'] }),
        COLLECTIONS,
      );
      assert.deepEqual(left, []);
      // And in the collections that come: an instance is asked in each.
      for (const seen of [card, (await observer.look()).card]) {
        for (const [check, section] of readThroughInstances) {
          const result = resultOf(seen, check);
          assert.equal(statements(seen)[check], was[check], check);
          const evidence = result.evidence.find(e => e.section === section);
          assert.match(
            evidence?.via ?? '',
            /^GET https:\/\/[\d.]+:6443\/\S+ in place of https:\/\/\S+, which does not serve \(\S+\)$/,
          );
        }
      }
    } finally {
      await lab.heal();
    }
    await settle(observer);
  });

  test('two of three etcd members stopped: no leader is possible, and that is said', async () => {
    assert.ok(lab && observer);
    await lab.fault('stop-etcd', { machine: 'cp-b' });
    await lab.fault('stop-etcd', { machine: 'cp-c' });
    try {
      const { differences: left } = await observer.lookUntil(
        now => differences(now, { 'etcd-has-leader': ['fail'] }),
        COLLECTIONS,
      );
      assert.deepEqual(left, []);
    } finally {
      await lab.heal();
    }
    await settle(observer);
  });
});

/** Collects until no critical check fails or is unknown. */
async function settle(observer: Observer): Promise<void> {
  const { card, differences: left } = await observer.lookUntil(
    now =>
      now.results
        .filter(
          ({ severity, status }) =>
            severity === 'critical' && ['fail', 'unknown'].includes(status),
        )
        .map(({ checkId, status }) => `${checkId} is ${status}`),
    COLLECTIONS_TO_SETTLE,
  );
  assert.deepEqual(left, [], belowPass(card).join('\n'));
}

/** What is said otherwise than before, but for checks that remember the outage: rates, quantiles and changes of leader. */
function changes(
  was: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): string[] {
  return Object.keys(was)
    .filter(check => !needsTime.includes(check) && was[check] !== now[check])
    .map(check => `${check} was ${was[check]} and is ${now[check]}`);
}
