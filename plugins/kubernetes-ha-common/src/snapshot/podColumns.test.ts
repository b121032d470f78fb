/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import {
  decodePodColumns,
  encodePodColumns,
  podColumnsSchema,
} from './podColumns';
import type { PodInfo } from './sections/inventory';
import type { PodPlacement } from './sections/placement';

/** architecture.md: at most 20 bytes a pod compressed. */
const BYTES_A_POD = 20;

const optional = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined });
const time = fc.oneof(
  fc
    .integer({ min: 0, max: 2 ** 32 })
    .map(seconds => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`),
  fc.integer({ min: 0, max: 2 ** 42 }).map(ms => new Date(ms).toISOString()),
);
const text = fc.oneof(fc.constantFrom('a', 'a-b', 'web'), fc.string());
const labels = fc.dictionary(text, text, { maxKeys: 3 });
const placement: fc.Arbitrary<PodPlacement> = fc.record({
  labels: optional(labels),
  nodeSelector: optional(labels),
  tolerations: optional(
    fc.array(fc.record({ key: text, operator: fc.constant('Exists') })),
  ),
  claims: optional(fc.array(text)),
  truncated: optional(fc.boolean()),
});
const pod: fc.Arbitrary<PodInfo> = fc
  .record({
    namespace: text,
    name: text,
    uid: optional(fc.uuid()),
    nodeName: optional(text),
    phase: fc.constantFrom<PodInfo['phase']>('Pending', 'Running', 'Failed'),
    ready: fc.boolean(),
    ownerKind: optional(fc.constantFrom('ReplicaSet', 'Node')),
    ownerName: optional(text),
    priority: optional(fc.integer()),
    priorityClass: optional(text),
    cpuMillis: fc.nat(100_000),
    memoryBytes: fc.nat(),
    restartCount: fc.nat(5),
    mirror: fc.boolean(),
    hostNetwork: fc.boolean(),
    unschedulableSince: optional(time),
    deletedAt: optional(time),
    createdAt: optional(time),
    app: optional(text),
    controlPlane: optional(
      fc.record({ component: text, command: fc.array(text) }),
    ),
    placement: optional(placement),
  })
  // As JSON leaves it: no key without a value.
  .map(row => JSON.parse(JSON.stringify(row)));

/** A large cluster as it looks: sets of 20, names and nodes as random as Kubernetes makes them. */
function largeCluster(pods: number, nodes: number): PodInfo[] {
  let state = 42;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return Math.floor((((state >>> 8) & 0xffffff) / 0x1000000) * limit);
  };
  const random = (length: number) =>
    Array.from({ length }, () => 'bcdfghjklmnpqrstvwxz2456789'[below(27)]).join(
      '',
    );
  let ownerName = '';
  let started = 0;
  let cpuMillis = 0;
  return Array.from({ length: pods }, (_, index) => {
    const set = Math.floor(index / 20);
    if (index % 20 === 0) {
      ownerName = `service-${set % 997}-${random(10)}`;
      started = Date.UTC(2026, 0, 1) / 1000 + below(25_000_000);
      cpuMillis = 50 * (1 + below(20));
    }
    const createdAt = new Date((started + below(600)) * 1000);
    return {
      namespace: `team-${Math.floor(index / 3000)}`,
      name: `${ownerName}-${random(5)}`,
      nodeName: `worker-${below(nodes)}.cluster.example.org`,
      phase: 'Running',
      ready: below(200) > 0,
      ownerKind: 'ReplicaSet',
      ownerName,
      priority: 0,
      cpuMillis,
      memoryBytes: cpuMillis * 2 ** 20,
      restartCount: below(20) === 0 ? below(9) : 0,
      mirror: false,
      hostNetwork: false,
      createdAt: `${createdAt.toISOString().slice(0, 19)}Z`,
      app: `service-${set % 997}`,
    };
  });
}

describe('pod columns', () => {
  it('gives back every pod, in order, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(pod), pods => {
        const stored: unknown = JSON.parse(
          JSON.stringify(encodePodColumns(pods)),
        );
        const columns = podColumnsSchema.parse(stored);
        expect(decodePodColumns(columns)).toStrictEqual(pods);
      }),
    );
  });

  it('keeps a pod whose name is only its owner and a dash', () => {
    const pods = largeCluster(1, 1).map(row => ({
      ...row,
      name: `${row.ownerName}-`,
    }));
    expect(decodePodColumns(encodePodColumns(pods))).toStrictEqual(pods);
  });

  it(`takes at most ${BYTES_A_POD} bytes a pod of a large cluster, compressed`, () => {
    // A fifth of the pods on all of the nodes: more bytes a pod than the whole.
    const count = 30_000;
    const pods = largeCluster(count, 5_000);
    const json = JSON.stringify(encodePodColumns(pods));
    const bytesAPod = gzipSync(json).length / count;
    expect(bytesAPod).toBeLessThanOrEqual(BYTES_A_POD);
    // A figure this low would mean that something is missing: the random ends of the names alone take three bytes.
    expect(bytesAPod).toBeGreaterThan(3);
    const decoded = decodePodColumns(JSON.parse(json));
    expect(decoded).toHaveLength(count);
    for (let row = 0; row < count; row += 997) {
      expect(decoded[row]).toStrictEqual(pods[row]);
    }
  });

  it.each([
    ['a row without a node', { node: [] }],
    ['a run that is too long', { shape: [0, 3] }],
    ['a run that is too short', { shape: [] }],
    ['an unknown entry of a dictionary', { group: [7, 1] }],
    ['names that are left over', { tails: 'abcdefghijklmnop' }],
    ['a value for a row that is not there', { deletedAt: [[5, 'x']] }],
  ])('refuses damaged columns: %s', (_, damage) => {
    const columns = encodePodColumns(largeCluster(1, 1));
    expect(() =>
      decodePodColumns(podColumnsSchema.parse({ ...columns, ...damage })),
    ).toThrow(/damaged/);
  });
});
