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
import { belowPass, differences, resultOf } from './expectation';
import { needsTime, statements } from './needsTime';
import { INTERVAL_SECONDS, Observer } from './observer';

/** Two intervals of the control plane as the product has them by default, in looks of this test. */
const TWO_INTERVALS = 60 / INTERVAL_SECONDS;

/** Looks in which a cluster settles after a start or an outage. */
const LOOKS_TO_SETTLE = 180 / INTERVAL_SECONDS;

/** How long a member is frozen: longer than a collection may take. */
const FROZEN_MS = 40_000;

/** Checks that read Leases, heartbeats and Nodes, with the section that shows how it was read. */
const readThroughInstances = [
  ['kcm-lease-fresh', 'leases'],
  ['scheduler-lease-fresh', 'leases'],
  ['node-ready-ratio', 'nodes'],
] as const;

/** Checks of rates, quantiles and changes of leader over minutes. */
const remembering: readonly string[] = [...needsTime, 'apiserver-etcd-path'];

/** What is not said as before, or was not read through an API server. */
function notThroughInstances(
  card: Scorecard,
  was: Readonly<Record<string, string>>,
): string[] {
  const now = statements(card);
  return readThroughInstances.flatMap(([check, section]) => {
    const read = resultOf(card, check).evidence.find(
      evidence => evidence.section === section,
    );
    const led =
      /^GET https:\/\/[\d.]+:6443\/\S+ in place of https:\/\/\S+, which does not serve \(\S+\)$/;
    return [
      ...(now[check] === was[check] ? [] : [`${check} is ${now[check]}`]),
      ...(led.test(read?.via ?? '') ? [] : [`${section} by ${read?.via}`]),
    ];
  });
}

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
      TWO_INTERVALS,
    );
    assert.deepEqual(left, [], belowPass(card).join('\n'));
  });

  test('both load balancers without power: Leases and objects are read through an API server', async () => {
    assert.ok(lab && observer);
    await settle(observer);
    const was = statements((await observer.look()).card);
    await lab.fault('lose-all-load-balancers');
    try {
      const { differences: left } = await observer.lookUntil(
        now => [
          ...differences(now, { 'lb-vip-reachable': ['fail'] }),
          ...notThroughInstances(now, was),
        ],
        TWO_INTERVALS,
      );
      assert.deepEqual(left, []);
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
        TWO_INTERVALS,
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
    LOOKS_TO_SETTLE,
  );
  assert.deepEqual(left, [], belowPass(card).join('\n'));
}

/** What is said otherwise than before, but for checks that remember the outage, and unknown is none of what they may say. */
function changes(
  was: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): string[] {
  return Object.keys(was)
    .filter(check => was[check] !== now[check])
    .filter(
      check => !remembering.includes(check) || now[check].startsWith('unknown'),
    )
    .map(check => `${check} was ${was[check]} and is ${now[check]}`);
}
