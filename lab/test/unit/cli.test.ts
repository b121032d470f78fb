/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { tryRun } from '../../src/host/exec';
import { labFolder } from '../../src/state/paths';
import { useOwnDataFolder } from '../harness';

const removeData = useOwnDataFolder();
after(removeData);

function lab(...args: string[]) {
  return tryRun(
    process.execPath,
    ['--import', 'tsx', join(labFolder, 'src/cli/main.ts'), ...args],
    { cwd: labFolder },
  );
}

const refused: [string[], RegExp][] = [
  [['frobnicate'], /Unknown command "frobnicate"[^]*up +start a lab/],
  [['up', '--profile', 'x'], /Unknown profile "x". Allowed: ha-3az, two-zones/],
  [['up', '--layout', 'x'], /Allowed: stacked, all-endpoints/],
  [['up', '--nodes', 'many'], /--nodes is "many". Allowed: a whole number/],
  [['up', '--etcd-quota', '5Q'], /--etcd-quota is "5Q"[^]*64Mi/],
  [['up', '--name', 'Not_Good'], /Lab name "Not_Good" cannot be used/],
  [['up', '--frob'], /Unknown option '--frob'[^]*Usage: npm run lab -- up/],
  [['fault'], /Which fault\? Allowed:[^]*stop-etcd/],
  [['fault', 'x'], /Unknown fault "x". Allowed: stop-etcd/],
  [['fault', 'stop-etcd'], /No lab is running. Start one/],
  [['heal'], /No lab is running/],
  [['kubectl', 'get', 'nodes'], /No lab is running/],
  [['down', '--name', 'x'], /There is no lab "x"/],
  [['soak', 'often'], /COUNT is "often". Allowed: a whole number/],
  [['soak', '0'], /COUNT is "0"/],
  [['record'], /--output is missing/],
  [['record', '--output', 'x', '--fault', 'y'], /Expected NAME/],
];
for (const [args, message] of refused) {
  test(`lab ${args.join(' ')} is refused in words`, async () => {
    const { code, stdout, stderr } = await lab(...args);
    assert.notEqual(code, 0);
    assert.match(stdout + stderr, message);
    assert.doesNotMatch(stderr, /\n +at /, 'no stack for a slip of the hand');
  });
}

test('help and the list of faults need no lab', async () => {
  for (const args of [['--help'], ['up', '--help'], ['fault', '--list']]) {
    const { code, stdout } = await lab(...args);
    assert.equal(code, 0);
    assert.ok(stdout.length > 200);
  }
});

test('"down" without a lab in this folder says so and is no failure', async () => {
  const { code, stdout } = await lab('down');
  assert.equal(code, 0);
  assert.match(stdout, /No lab is running/);
});

test('"status" shows labs of other folders, where there are any, and is no failure', async () => {
  const { code, stdout } = await lab('status');
  assert.equal(code, 0);
  assert.match(stdout, /^(No lab is running|Lab )/);
});
