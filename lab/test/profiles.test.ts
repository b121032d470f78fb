/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { type Lab, startLab } from '../src';
import { readServerStats } from '../src/loadbalancer/stats';
import { profiles } from '../src/profiles';
import { labTest, useOwnDataFolder } from './harness';
import { leftoversOf } from './leftovers';

/** Profiles that another test starts, with its file. */
const elsewhere: Readonly<Record<string, string>> = {
  'ha-3az': 'smoke.test.ts',
  'single-control-plane': 'interrupted.test.ts',
  foreign: '../acceptance/foreign.test.ts',
  'k3s-like': '../acceptance/makers.test.ts',
  'openshift-like': '../acceptance/makers.test.ts',
  'aws-names': '../acceptance/makers.test.ts',
};

/** What makes each of the others what it is, as seen in its cluster. */
const rows: Readonly<Record<string, (lab: Lab) => Promise<void>>> = {
  'two-zones': async lab => {
    assert.deepEqual(await zonesOfNodes(lab), ['zone-a', 'zone-b']);
  },
  'even-etcd': async lab => {
    const { stdout } = await lab.kubectl([
      ...['get', 'pods', '--namespace=kube-system'],
      ...['--selector=component=etcd', '--output=name'],
    ]);
    assert.equal(stdout.trim().split('\n').length, 4);
  },
  'l4-lb': async lab => {
    assert.equal(lab.loadBalancers.length, 1);
    const servers = await readServerStats(lab.loadBalancers[0].address);
    assert.deepEqual(
      servers.map(({ checkStatus }) => checkStatus),
      ['L4OK', 'L4OK', 'L4OK'],
    );
  },
  'managed-view': async lab => {
    const { stdout } = await lab.kubectl([
      ...['get', 'nodes', '--output=name'],
      '--selector=node-role.kubernetes.io/control-plane',
    ]);
    assert.equal(stdout.trim(), '');
    const { etcd, loadBalancer } = lab.appConfig();
    assert.deepEqual([etcd, loadBalancer], [undefined, undefined]);
  },
};

test('every profile is started by a test', () => {
  assert.deepEqual(
    [...Object.keys(elsewhere), ...Object.keys(rows)].sort(),
    profiles.map(({ name }) => name).sort(),
  );
});

describe('profiles', labTest(600_000), () => {
  after(useOwnDataFolder());

  for (const [profile, isAsDescribed] of Object.entries(rows)) {
    test(`${profile} becomes healthy, is what it is named, and goes`, async () => {
      const lab = await startLab({ name: 'profile', profile, nodes: 4 });
      try {
        assert.deepEqual(await lab.unhealthy(), []);
        await isAsDescribed(lab);
      } finally {
        await lab.down();
      }
      assert.deepEqual(leftoversOf(lab.description), []);
    });
  }
});

async function zonesOfNodes(lab: Lab): Promise<string[]> {
  const { stdout } = await lab.kubectl([
    ...['get', 'nodes', '--output'],
    'jsonpath={.items[*].metadata.labels.topology\\.kubernetes\\.io/zone}',
  ]);
  return [...new Set(stdout.split(' '))].sort();
}
