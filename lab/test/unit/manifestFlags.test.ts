/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flagOf, withFlag } from '../../src/faults/etcdMembers';

const manifest = `spec:
  containers:
  - command:
    - etcd
    - --name=cp-a
    - --quota-backend-bytes=100
    - --quota-backend-bytes-like=7
    image: etcd
`;

test('a flag is read, changed, added and taken away; all else stays', () => {
  assert.equal(flagOf(manifest, 'quota-backend-bytes'), '100');
  assert.equal(flagOf(manifest, 'feature-gates'), undefined);

  const changed = withFlag(manifest, 'quota-backend-bytes', '200');
  assert.equal(flagOf(changed, 'quota-backend-bytes'), '200');
  assert.equal(flagOf(changed, 'quota-backend-bytes-like'), '7');
  assert.equal(changed.split('\n').length, manifest.split('\n').length);

  const added = withFlag(manifest, 'feature-gates', 'A=true');
  assert.equal(flagOf(added, 'feature-gates'), 'A=true');
  assert.equal(withFlag(added, 'feature-gates', undefined), manifest);
  assert.equal(withFlag(manifest, 'feature-gates', undefined), manifest);
});

test('a manifest without the command is refused', () => {
  assert.throws(() => withFlag('spec: {}\n', 'x', '1'), /no line "- etcd"/);
});
