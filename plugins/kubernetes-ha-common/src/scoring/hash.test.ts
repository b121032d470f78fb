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

it('distinguishes an unknown section from an empty one, and one reason from another', () => {
  const hashes = [
    snapshotWith({ nodes: [] }),
    snapshotWith({ nodes: notKnown('forbidden') }),
    snapshotWith({ nodes: notKnown('timeout') }),
  ].map(hashSnapshot);
  expect(new Set(hashes).size).toBe(3);
});

it('distinguishes policies', () => {
  expect(hashPolicy({ ...defaultPolicy, severities: { x: 'low' } })).not.toBe(
    hashPolicy(defaultPolicy),
  );
});

it('reads a section once, and knows its hash at the next assessment', () => {
  let reads = 0;
  const version = observed({
    get gitVersion() {
      reads += 1;
      return 'v1.37.2';
    },
  });
  const hash = hashSection('version', version);
  const readsOnce = reads;
  expect(readsOnce).toBeGreaterThan(0);
  expect(hashSection('version', version)).toBe(hash);
  expect(reads).toBe(readsOnce);
  expect(hashSection('version', observed({ gitVersion: 'v1.37.2' }))).toBe(
    hash,
  );
});
