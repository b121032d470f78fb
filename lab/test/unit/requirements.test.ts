/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missingRequirements } from '../../src/host/requirements';

test('elsewhere than on Linux one sentence says what to do', () => {
  const missing = missingRequirements('darwin', 501);
  assert.equal(missing.length, 1);
  assert.match(missing[0], /needs Linux.*this is darwin.*virtual machine/);
});

test('without root the command that helps is named', () => {
  const missing = missingRequirements('linux', 1000);
  assert.match(missing[0], /must run as root; this is user 1000. Run: sudo/);
});

test('missing programs are named with the package that brings them', () => {
  const missing = missingRequirements('linux', 0, name => name !== 'haproxy');
  assert.deepEqual(missing, [
    'Not installed: haproxy. Run: apt-get install -y haproxy',
  ]);
});
