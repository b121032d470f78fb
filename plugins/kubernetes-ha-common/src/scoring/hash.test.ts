/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import stringify from 'safe-stable-stringify';
import { defaultPolicy } from '../policy/policy';
import { notKnown, observed, snapshotWith } from '../testing/snapshotWith';
import {
  canonicalHash,
  canonicalPieces,
  hashPolicy,
  hashSection,
  hashSnapshot,
} from './hash';

const sha256OfNode = (text: string) =>
  createHash('sha256').update(text).digest('hex');

it('joins to exactly what a stable stringify of the whole gives', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), value => {
      expect([...canonicalPieces(value)].join('')).toBe(stringify(value));
    }),
  );
});

it('leaves out what JSON leaves out', () => {
  const value = { b: undefined, a: [1, undefined], c: { d: undefined } };
  expect([...canonicalPieces(value)].join('')).toBe('{"a":[1,null],"c":{}}');
});

it('is the SHA-256 that another implementation finds, across pieces and scripts', () => {
  const value = {
    list: Array.from({ length: 1000 }, (_, i) => ({ name: `节点-${i}`, i })),
  };
  expect(canonicalHash(value)).toBe(sha256OfNode(stringify(value)!));
});

it('does not depend on the order of keys, and does on every value', () => {
  expect(canonicalHash({ a: 1, b: { c: 2, d: 3 } })).toBe(
    canonicalHash({ b: { d: 3, c: 2 }, a: 1 }),
  );
  expect(canonicalHash({ a: [1, 2] })).not.toBe(canonicalHash({ a: [2, 1] }));
});

it('gives a snapshot the hash of its frame and of the hashes of its sections', () => {
  const snapshot = snapshotWith({ version: { gitVersion: 'v1.37.2' } });
  const sections = Object.fromEntries(
    Object.entries(snapshot.sections).map(([name, signal]) => [
      name,
      sha256OfNode(stringify(signal)!),
    ]),
  );
  expect(hashSnapshot(snapshot)).toBe(
    sha256OfNode(stringify({ ...snapshot, sections })!),
  );
});

it('tells an unknown section from an empty one, and one reason from another', () => {
  const hashes = [
    snapshotWith({ nodes: [] }),
    snapshotWith({ nodes: notKnown('forbidden') }),
    snapshotWith({ nodes: notKnown('timeout') }),
  ].map(hashSnapshot);
  expect(new Set(hashes).size).toBe(3);
});

it('tells policies apart', () => {
  expect(hashPolicy({ ...defaultPolicy, severities: { x: 'low' } })).not.toBe(
    hashPolicy(defaultPolicy),
  );
});

it('hashes 150,000 pods within two seconds of CPU, and does not hash them again for the next assessment', () => {
  const pods = observed(
    Array.from({ length: 150_000 }, (_, i) => ({
      namespace: `team-${i % 300}`,
      name: `workload-${i % 9000}-6d4cf56db6-${i}`,
      uid: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
      nodeName: `node-${i % 5000}`,
      phase: 'Running' as const,
      ready: true,
      ownerKind: 'ReplicaSet',
      ownerName: `workload-${i % 9000}-6d4cf56db6`,
      cpuMillis: 100,
      memoryBytes: 128 * 1024 * 1024,
      restartCount: 0,
      mirror: false,
      hostNetwork: false,
      createdAt: '2026-11-20T08:00:00.000Z',
      app: 'workload',
    })),
  );
  const cpuMs = (work: () => void) => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const first = cpuMs(() => hashSection(pods));
  const second = cpuMs(() => hashSection(pods));
  expect(first).toBeLessThan(2_000);
  expect(second).toBeLessThan(first / 20);
});
