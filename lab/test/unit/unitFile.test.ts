/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseUnit } from '../../src/runner/unit';

const manifest = `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver, namespace: kube-system }
spec:
  containers:
  - name: kube-apiserver
    command: [kube-apiserver, --secure-port=6443]
    args: [--v=2]
    env: [{ name: A, value: b }]
    ports: [{ name: probe-port, containerPort: 6443 }]
    livenessProbe:
      httpGet: { host: 198.18.0.11, path: /livez, port: probe-port, scheme: HTTPS }
      failureThreshold: 8
      timeoutSeconds: 15
    readinessProbe:
      httpGet: { path: /readyz, port: 2381 }
`;

test('a static pod becomes a process with its probes and their defaults', () => {
  const unit = parseUnit('/m/kube-apiserver.yaml', manifest);
  assert.deepEqual(unit.argv, [
    'kube-apiserver',
    '--secure-port=6443',
    '--v=2',
  ]);
  assert.deepEqual(unit.env, { A: 'b' });
  assert.equal(unit.stopGraceSeconds, 30);
  assert.deepEqual(unit.liveness, {
    url: 'https://198.18.0.11:6443/livez',
    initialDelaySeconds: 0,
    periodSeconds: 10,
    timeoutSeconds: 15,
    failureThreshold: 8,
  });
  assert.equal(unit.readiness?.url, 'http://127.0.0.1:2381/readyz');
  assert.equal(unit.readiness?.failureThreshold, 3);
  assert.equal(unit.startup, undefined);
});

test('any change of the file is another unit', () => {
  const before = parseUnit('/m/a.yaml', manifest).hash;
  assert.equal(parseUnit('/m/a.yaml', manifest).hash, before);
  assert.notEqual(parseUnit('/m/a.yaml', `${manifest}\n# x`).hash, before);
});

test('a service file becomes a process of the file’s name', () => {
  const unit = parseUnit('/s/haproxy.json', '{"command":["haproxy","-W"]}');
  assert.equal(unit.name, 'haproxy');
  assert.deepEqual(unit.argv, ['haproxy', '-W']);
  assert.equal(unit.pod, undefined);
});

const refused: [string, string][] = [
  ['broken YAML', 'metadata:\n  name: x\n spec: [unclosed\n'],
  ['another kind', 'kind: Service\nmetadata: { name: x }\nspec: {}\n'],
  ['an empty file', ''],
  [
    'a probe on a port that is not there',
    manifest.replace('name: probe-port', 'name: other'),
  ],
];
for (const [what, text] of refused) {
  test(`${what} is refused with the file’s name`, () => {
    assert.throws(() => parseUnit('/m/x.yaml', text), /^Error: \/m\/x\.yaml/);
  });
}
