/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Cause } from '../scoring/causes';
import { clusterFixes, joinFixes, NAMED_CLUSTERS } from './fleetFixes';

const cause = (parts: Partial<Cause> & { id: string }): Cause => ({
  kind: 'check',
  verdict: 'weak',
  checkIds: [`first-of-${parts.id}`],
  ...parts,
});
const fix = (causeId: string, gain: number, visible = 0) => ({
  causeId,
  then: {
    score: 70 + gain,
    grade: gain >= 10 ? ('B' as const) : ('C' as const),
  },
  gain,
  visible,
});

const etcd = cause({
  id: 'source:etcd:not-configured',
  kind: 'source',
  verdict: 'not-visible',
  source: { name: 'etcd', reason: 'not-configured', detail: 'of this cluster' },
});
const balancer = cause({ id: 'check:load-balancers' });
const machines = cause({
  id: 'machines:cp-a,cp-b,cp-c,cp-d,cp-e,cp-f',
  kind: 'machines',
  verdict: 'broken',
  machines: ['cp-a', 'cp-b', 'cp-c', 'cp-d', 'cp-e', 'cp-f'],
});

it('names what clusters have in common, and machines by themselves', () => {
  const of = (name: string) =>
    clusterFixes({
      cluster: { name },
      causes: [etcd, machines],
      fixes: [fix(etcd.id, 0, 21), fix(machines.id, 15)],
    });
  const [one, two] = [of('one'), of('two')];
  expect(one[0]).toEqual({
    key: 'source:etcd:not-configured',
    kind: 'source',
    checkId: 'first-of-source:etcd:not-configured',
    // What one cluster answered is no part of what they have in common.
    source: { name: 'etcd', reason: 'not-configured' },
    then: { score: 70, grade: 'C' },
    gain: 0,
    visible: 21,
  });
  expect(two[0].key).toBe(one[0].key);
  expect(one[1]).toMatchObject({
    machines: ['cp-a', 'cp-b', 'cp-c', 'cp-d', 'cp-e'],
    machineCount: 6,
  });
  expect(one[1].key).toMatch(/^machines:one:[0-9a-f]{64}$/);
  expect(two[1].key).not.toBe(one[1].key);
});

it('leaves out what changes neither score nor visibility by itself', () => {
  expect(
    clusterFixes({
      cluster: { name: 'one' },
      causes: [balancer],
      fixes: [fix(balancer.id, 0)],
    }),
  ).toEqual([]);
});

it('knows nothing to fix in an assessment of an earlier version', () => {
  expect(clusterFixes({ cluster: { name: 'one' } })).toEqual([]);
});

const cluster = (
  name: string,
  tier: 'production' | 'staging' | 'development',
  fixes: ReturnType<typeof fix>[],
) => ({
  cluster: { name, tier, score: 70, grade: 'C' as const },
  fixes: clusterFixes({
    cluster: { name },
    causes: [etcd, balancer, machines],
    fixes,
  }),
});

it('joins the same change over clusters: which grades change, and how many checks become visible', () => {
  const joined = joinFixes([
    cluster('one', 'production', [fix(balancer.id, 10), fix(etcd.id, 0, 21)]),
    cluster('two', 'staging', [fix(balancer.id, 10), fix(etcd.id, 0, 21)]),
    cluster('three', 'production', [fix(balancer.id, 5)]),
  ]);
  expect(joined).toEqual([
    expect.objectContaining({
      key: balancer.id,
      clusters: 3,
      gain: 25,
      visible: 0,
      // C to C is no change of grade.
      grades: [{ from: 'C', to: 'B', clusters: 2 }],
    }),
    expect.objectContaining({
      key: etcd.id,
      clusters: 2,
      gain: 0,
      visible: 42,
      grades: [],
    }),
  ]);
  // Production first, then who gains most.
  expect(joined[0].named.map(({ name }) => name)).toEqual([
    'one',
    'three',
    'two',
  ]);
  expect(joined[0].named[0]).toMatchObject({
    tier: 'production',
    grade: 'C',
    then: { score: 80, grade: 'B' },
    gain: 10,
  });
});

it.each`
  production | staging   | first          | rule
  ${[5]}     | ${[9]}    | ${balancer.id} | ${'a point in production is worth more'}
  ${[5]}     | ${[9, 9]} | ${etcd.id}     | ${'many clusters outweigh one'}
  ${[5]}     | ${[10]}   | ${balancer.id} | ${'of two that weigh the same, the first by name'}
`('$rule', ({ production, staging, first }) => {
  const joined = joinFixes([
    ...production.map((gain: number, index: number) =>
      cluster(`p-${index}`, 'production', [fix(balancer.id, gain)]),
    ),
    ...staging.map((gain: number, index: number) =>
      cluster(`s-${index}`, 'staging', [fix(etcd.id, gain)]),
    ),
  ]);
  expect(joined[0].key).toBe(first);
});

it('names a few clusters of many and counts all of them', () => {
  const many = Array.from({ length: 40 }, (_, index) =>
    cluster(`c-${index}`, 'production', [fix(etcd.id, 0, 1)]),
  );
  const [joined] = joinFixes(many);
  expect(joined.named).toHaveLength(NAMED_CLUSTERS);
  expect(joined).toMatchObject({ clusters: 40, visible: 40 });
});
