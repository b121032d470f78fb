/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { activeFaults, healFaults, injectFault } from '../../src/faults/engine';
import type { FaultContext } from '../../src/faults/fault';
import { unitFile } from '../../src/faults/units';
import { KubernetesClient } from '../../src/kubernetes/client';
import { Machine } from '../../src/machine/machine';
import { planLab } from '../../src/machine/plan';
import { profileByName } from '../../src/profiles';
import { machineByName, machinesOfRole } from '../../src/state/description';
import { labPaths } from '../../src/state/paths';
import { useOwnDataFolder } from '../harness';

after(useOwnDataFolder());

// A lab that is planned and has no power: files of its machines, and no API that answers.
const profile = profileByName('ha-3az');
const lab = planLab({
  name: 'planned',
  profile,
  layout: 'stacked',
  workerCount: 3,
  networkIndex: 63,
  mac: '02:00',
  kubernetesVersion: 'v1.37.2',
  release: '1.37',
});
const client = new KubernetesClient({ server: 'https://127.0.0.1:1', ca: '' });
after(() => client.close());
const context: FaultContext = {
  lab,
  profile,
  client,
  machines: role =>
    (role ? machinesOfRole(lab, role) : lab.machines).map(
      description => new Machine(lab, description),
    ),
  machine: name => new Machine(lab, machineByName(lab, name)),
  log: () => undefined,
};
const scheduler = { component: 'kube-scheduler', machine: 'cp-b' };
const manifest = unitFile(context.machine('cp-b'), 'kube-scheduler');

beforeEach(async () => {
  mkdirSync(dirname(manifest), { recursive: true });
  writeFileSync(manifest, 'healthy');
  writeFileSync(labPaths(lab.name).faults, '[]');
});

for (const [first, second] of [
  ['broken-manifest', 'stop-component'],
  ['stop-component', 'broken-manifest'],
]) {
  test(`after ${first}, ${second} of the same component is refused, and the manifest comes back`, async () => {
    await injectFault(context, first, scheduler);
    await assert.rejects(
      injectFault(context, second, scheduler),
      new RegExp(
        `${second} kube-scheduler cp-b changes the manifest of kube-scheduler on cp-b, and so does ${first}`,
      ),
    );
    assert.deepEqual(
      activeFaults(lab.name).map(({ name }) => name),
      [first],
    );
    await healFaults(context);
    assert.equal(readFileSync(manifest, 'utf8'), 'healthy');
  });
}

const impossible: [string, Record<string, string>, RegExp][] = [
  ['kill-component', scheduler, /does not run on cp-b; nothing to kill/],
  ['freeze-component', scheduler, /does not run on cp-b; nothing to freeze/],
  ['freeze-schedulers', {}, /does not run on cp-a; nothing to freeze/],
  ['freeze-machine', { machine: 'cp-b' }, /cp-b has no power/],
  [
    'stop-component',
    { component: 'etcd', machine: 'cp-b' },
    /cp-b has no etcd/,
  ],
  ['broken-manifest', { ...scheduler, machine: 'cp-c' }, /cp-c has no kube-s/],
  ['slow-cpu', { percent: 'few' }, /percent is "few"/],
  ['slow-disk', { bytesPerSecond: '-1' }, /bytesPerSecond is "-1"/],
  ['certificate-near-end', { hours: '0' }, /hours is "0"/],
];
for (const [name, args, message] of impossible) {
  test(`${name} that is not possible is refused and not in force`, async () => {
    await assert.rejects(injectFault(context, name, args), message);
    assert.deepEqual(activeFaults(lab.name), []);
  });
}

test('a fault that resists stays on record and keeps no other in force', async () => {
  await injectFault(context, 'stop-component', scheduler);
  const webhook = {
    name: 'fail-closed-webhook',
    args: {},
    undo: {},
    since: '',
  };
  writeFileSync(
    labPaths(lab.name).faults,
    JSON.stringify([...activeFaults(lab.name), webhook]),
  );
  await assert.rejects(
    healFaults(context),
    /1 of 2 faults could not be healed[^]*fail-closed-webhook: /,
  );
  assert.deepEqual(activeFaults(lab.name), [webhook]);
  assert.equal(readFileSync(manifest, 'utf8'), 'healthy');
});

test('of two faults of one name the one with these values is healed', async () => {
  writeFileSync(
    unitFile(context.machine('cp-b'), 'kube-controller-manager'),
    'healthy',
  );
  await injectFault(context, 'stop-component', scheduler);
  await injectFault(context, 'stop-component', {
    component: 'kube-controller-manager',
  });
  const healed = await healFaults(context, 'stop-component', {
    component: 'kube-scheduler',
  });
  assert.deepEqual(
    healed.map(({ args }) => args),
    [scheduler],
  );
  assert.equal(activeFaults(lab.name).length, 1);
});
