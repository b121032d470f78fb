/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import { say } from '../../messages';
import type {
  PodDisruptionBudgetInfo,
  WorkloadInfo,
} from '../../snapshot/sections/inventory';
import { judge } from '../../testing/judge';
import { absent, notKnown } from '../../testing/snapshotWith';
import { pdbBlocksEviction as check } from './pdbBlocksEviction';

/** A budget over three healthy pods that lets one go. */
const budget = (
  parts: Partial<PodDisruptionBudgetInfo> = {},
): PodDisruptionBudgetInfo => ({
  namespace: 'shop',
  name: 'web',
  maxUnavailable: '1',
  disruptionsAllowed: 1,
  currentHealthy: 3,
  desiredHealthy: 2,
  expectedPods: 3,
  selector: { matchLabels: { app: 'web' } },
  ...parts,
});
const none = { maxUnavailable: undefined, disruptionsAllowed: 0 };
const workload = (parts: Partial<WorkloadInfo> = {}): WorkloadInfo => ({
  namespace: 'shop',
  name: 'web',
  desired: 3,
  ready: 3,
  available: 3,
  images: [],
  podLabels: { app: 'web', tier: 'front' },
  ...parts,
});
const judged = (
  podDisruptionBudgets: PodDisruptionBudgetInfo[],
  given: Parameters<typeof judge>[1] = {},
) =>
  judge(check, {
    podDisruptionBudgets,
    deployments: [workload()],
    statefulSets: [],
    ...given,
  });

it.each`
  parts                                                                                    | status    | rule
  ${{}}                                                                                    | ${'pass'} | ${'one pod may go'}
  ${{ maxUnavailable: '0', disruptionsAllowed: 0 }}                                        | ${'warn'} | ${'maxUnavailable 0'}
  ${{ maxUnavailable: '0%', disruptionsAllowed: 0 }}                                       | ${'warn'} | ${'maxUnavailable 0 %'}
  ${{ maxUnavailable: '1%' }}                                                              | ${'pass'} | ${'percentages round up: one of three'}
  ${{ ...none, minAvailable: '3' }}                                                        | ${'warn'} | ${'as many as there are'}
  ${{ ...none, minAvailable: '5' }}                                                        | ${'warn'} | ${'more than there are'}
  ${{ ...none, minAvailable: '100%' }}                                                     | ${'warn'} | ${'all of them'}
  ${{ ...none, minAvailable: '67%' }}                                                      | ${'warn'} | ${'a percentage that rounds up to all'}
  ${{ ...none, minAvailable: '2', disruptionsAllowed: 1 }}                                 | ${'pass'} | ${'two of three'}
  ${{ ...none, minAvailable: '1', expectedPods: 1, currentHealthy: 1, desiredHealthy: 1 }} | ${'warn'} | ${'a single replica that must stay'}
  ${{ expectedPods: 1, currentHealthy: 1, desiredHealthy: 0 }}                             | ${'pass'} | ${'a single replica that may go'}
  ${{ ...none, expectedPods: 1, currentHealthy: 1, desiredHealthy: 1 }}                    | ${'warn'} | ${'neither is set: one must stay'}
  ${{ maxUnavailable: '0', disruptionsAllowed: 0, expectedPods: 0, currentHealthy: 0 }}    | ${'pass'} | ${'it covers no pod'}
  ${{ disruptionsAllowed: 0, currentHealthy: 2 }}                                          | ${'warn'} | ${'a pod is down already'}
  ${{ maxUnavailable: 'half', disruptionsAllowed: 0, desiredHealthy: 3 }}                  | ${'warn'} | ${'a value that nobody knows: the controller has counted'}
`('$status: $rule', ({ parts, status }) => {
  expect(judged([budget(parts)]).status).toBe(status);
});

const other = (parts: Partial<PodDisruptionBudgetInfo> = {}) =>
  budget({ name: 'other', ...parts });
const selecting = (
  operator: string,
  key: string,
  values?: string[],
): PodDisruptionBudgetInfo =>
  other({ selector: { matchExpressions: [{ key, operator, values }] } });

it.each`
  second                                                     | status    | rule
  ${other()}                                                 | ${'fail'} | ${'the same selector twice'}
  ${other({ selector: { matchLabels: { tier: 'front' } } })} | ${'fail'} | ${'another label of the same pods'}
  ${other({ selector: {} })}                                 | ${'fail'} | ${'an empty selector covers the namespace'}
  ${other({ selector: undefined })}                          | ${'pass'} | ${'none covers nothing'}
  ${other({ namespace: 'bank' })}                            | ${'pass'} | ${'another namespace'}
  ${other({ selector: { matchLabels: { app: 'db' } } })}     | ${'pass'} | ${'other pods'}
  ${selecting('In', 'app', ['web', 'api'])}                  | ${'fail'} | ${'an expression that holds'}
  ${selecting('NotIn', 'app', ['web'])}                      | ${'pass'} | ${'an expression that does not'}
  ${selecting('Exists', 'tier')}                             | ${'fail'} | ${'a label that the pods have'}
`('two budgets, $status: $rule', ({ second, status }) => {
  expect(judged([budget(), second]).status).toBe(status);
});

it('says which budgets cover the same pods', () => {
  const result = judged([budget(), other()]);
  expect(result.says).toBe(
    'the pods of shop/web are covered by 2 PodDisruptionBudgets (other and web): the eviction API refuses every eviction of them',
  );
  expect(result.subjects).toEqual(['shop/web']);
});

it('says which can never allow one, which do not now, and that unhealthy pods are kept', () => {
  const result = judged([
    budget({ maxUnavailable: '0', disruptionsAllowed: 0 }),
    other({ disruptionsAllowed: 0, currentHealthy: 1, selector: undefined }),
  ]);
  expect(result.says).toBe(
    '2 PodDisruptionBudgets without a disruption allowed; never: shop/web (maxUnavailable 0, 3/3); now: shop/other (maxUnavailable 1, 1/3)',
  );
  expect(say(result.fix!)).toContain(
    'unhealthyPodEvictionPolicy: AlwaysAllow on shop/other',
  );
  expect(result.subjects).toEqual(['shop/web', 'shop/other']);
});

it.each`
  given                                                                       | status              | rule
  ${{ podDisruptionBudgets: notKnown('forbidden') }}                          | ${'unknown'}        | ${'budgets may not be read'}
  ${{ podDisruptionBudgets: absent() }}                                       | ${'not-applicable'} | ${'no such API'}
  ${{ podDisruptionBudgets: [] }}                                             | ${'not-applicable'} | ${'no budgets'}
  ${{ podDisruptionBudgets: [budget()], deployments: notKnown('forbidden') }} | ${'unknown'}        | ${'whether one covers the pods twice is not known'}
`('$status: $rule', ({ given, status }) => {
  expect(judged([], given).status).toBe(status);
});

it('is unknown and not slow where somebody piled up budgets', () => {
  const many = Array.from({ length: 2000 }, (_, i) =>
    budget({ name: `b${i}`, selector: { matchExpressions: [] } }),
  );
  const deployments = Array.from({ length: 2000 }, (_, i) =>
    workload({ name: `w${i}`, podLabels: {} }),
  );
  expect(judged(many, { deployments })).toMatchObject({
    status: 'unknown',
    reason: 'too-large',
  });
});

it('allows an eviction exactly when a pod is to spare', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(60), (pods, wanted) => {
      const { status } = judged([
        budget({
          maxUnavailable: undefined,
          minAvailable: String(wanted),
          expectedPods: pods,
          currentHealthy: pods,
          disruptionsAllowed: Math.max(0, pods - wanted),
        }),
      ]);
      expect(status).toBe(wanted < pods ? 'pass' : 'warn');
    }),
  );
});
