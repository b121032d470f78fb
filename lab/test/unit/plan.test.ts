/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planLab } from '../../src/machine/plan';
import { profiles } from '../../src/profiles';
import type { LabDescription } from '../../src/state/description';

function plan(profile: string, workerCount: number, networkIndex = 0) {
  const found = profiles.find(({ name }) => name === profile);
  assert.ok(found);
  return planLab({
    name: 'x',
    profile: found,
    layout: found.defaultLayout,
    workerCount,
    networkIndex,
    mac: '02:00:00:00:00:01',
    kubernetesVersion: 'v1.0.0',
    release: '1.37',
  });
}

function addressesOf(lab: LabDescription): string[] {
  return [
    ...lab.machines.map(({ address }) => address),
    ...lab.workers.map(({ address }) => address),
    ...(lab.virtualIp ? [lab.virtualIp] : []),
    lab.network.hostAddress,
  ];
}

for (const { name } of profiles) {
  test(`${name}: every address is used once, by every lab of this machine`, () => {
    const all = [0, 1, 63].flatMap(index => addressesOf(plan(name, 30, index)));
    assert.equal(new Set(all).size, all.length);
  });

  test(`${name}: interface names fit Linux (15 characters)`, () => {
    const { machines, network } = plan(name, 6, 63);
    for (const { link } of machines) {
      assert.ok(link.length <= 15, link);
      assert.ok(network.bridge.length <= 15);
    }
  });
}

test('workers are dealt out evenly to the zones', () => {
  const { workers } = plan('ha-3az', 300);
  for (const zone of ['zone-a', 'zone-b', 'zone-c']) {
    assert.equal(workers.filter(worker => worker.zone === zone).length, 100);
  }
});

test('1500 workers have 1500 addresses, one more is refused', () => {
  const addresses = plan('ha-3az', 1500).workers.map(({ address }) => address);
  assert.equal(new Set(addresses).size, 1500);
  assert.throws(() => plan('ha-3az', 1501), /Allowed: 0 to 1500/);
});

const endpoints: [string, string, string][] = [
  ['ha-3az', '198.18.0.10', 'the virtual IP'],
  ['l4-lb', '198.18.0.31', 'the only load balancer'],
  ['single-control-plane', '198.18.0.11', 'the machine itself'],
];
for (const [profile, host, what] of endpoints) {
  test(`${profile}: clients use ${what}`, () => {
    assert.equal(plan(profile, 0).endpoint.host, host);
  });
}

test('no workers, no machines for them', () => {
  const { machines } = plan('ha-3az', 0);
  assert.ok(machines.every(({ role }) => role !== 'workers'));
});
