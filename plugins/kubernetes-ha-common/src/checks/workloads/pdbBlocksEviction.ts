/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { detailOf } from '../../snapshot/signal';
import { message } from '../../messages';
import type { Sections } from '../../snapshot/clusterSnapshot';
import type {
  PodDisruptionBudgetInfo,
  WorkloadInfo,
} from '../../snapshot/sections/inventory';
import { defineCheck } from '../check';
import { fail, notApplicable, pass, unknown, warn } from '../outcome';
import { coveredTwice } from './coveredTwice';
import { healthyRequired } from './healthyRequired';

/** Names for links: a cluster may have thousands. */
const SUBJECTS = 50;

/** Kinds whose pods are evicted; a drain leaves those of DaemonSets. */
const evicted = ['deployments', 'statefulSets'] as const;

/**
 * PodDisruptionBudgets that let no pod be evicted, so that every drain of its
 * node hangs: for ever, because as many healthy pods are required as there
 * are; now, because too few are healthy; or because a pod is covered by two
 * budgets, which the eviction API refuses. Unit: disruptions allowed.
 * Source: https://kubernetes.io/docs/tasks/run-application/configure-pdb/. @public
 */
export const pdbBlocksEviction = defineCheck({
  id: 'pdb-blocks-eviction',
  layer: 'topology',
  severity: 'high',
  kind: 'design',
  stage: 1,
  reads: ['podDisruptionBudgets'],
  consults: ['deployments', 'statefulSets'],
  runbook: 'RB-PDB',
  source: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  evaluate({ values: { podDisruptionBudgets: budgets }, signals }) {
    const required = message('pdb-blocks-eviction.required');
    if (budgets.length === 0) {
      return notApplicable(message('pdb-blocks-eviction.none'));
    }
    const twice = coveredTwice(budgets, workloadsOf(signals));
    if (twice && twice.length > 0) {
      return fail(
        message('pdb-blocks-eviction.covered-twice', {
          workload: twice[0].workload,
          budgets: twice[0].budgets,
          more: twice.length - 1,
        }),
        required,
        {
          fix: message('pdb-blocks-eviction.fix-twice'),
          subjects: twice.slice(0, SUBJECTS).map(({ workload }) => workload),
        },
      );
    }
    // One that covers no pod blocks none.
    const inForce = budgets.filter(({ expectedPods }) => expectedPods > 0);
    const never = inForce.filter(neverAllows);
    const now = inForce.filter(
      budget => !neverAllows(budget) && budget.disruptionsAllowed <= 0,
    );
    if (never.length + now.length > 0) {
      return warn(
        message('pdb-blocks-eviction.blocked', {
          never: never.map(described),
          now: now.map(described),
        }),
        required,
        {
          fix: message('pdb-blocks-eviction.fix', {
            never: never.length,
            unhealthy: now.filter(keepsUnhealthy).map(nameOf),
          }),
          subjects: [...never, ...now].slice(0, SUBJECTS).map(nameOf),
        },
      );
    }
    const unseen = evicted.map(kind => signals[kind]).find(isUnknown);
    if (unseen) {
      return unknown(
        unseen.reason,
        message('pdb-blocks-eviction.unseen', { detail: detailOf(unseen) }),
        required,
      );
    }
    return twice
      ? pass(
          message('pdb-blocks-eviction.observed', { budgets: inForce.length }),
          required,
        )
      : unknown(
          'too-large',
          message('pdb-blocks-eviction.too-many', { budgets: budgets.length }),
          required,
        );
  },
});

function workloadsOf(signals: Readonly<Sections>): WorkloadInfo[] {
  return evicted.flatMap(kind => {
    const signal = signals[kind];
    return signal.state === 'observed' ? signal.value : [];
  });
}

function isUnknown(
  signal: Sections['deployments'],
): signal is Extract<Sections['deployments'], { state: 'unknown' }> {
  return signal.state === 'unknown';
}

/** Whether it asks for as many healthy pods as there are, whatever their state. */
function neverAllows(budget: PodDisruptionBudgetInfo): boolean {
  const needed = healthyRequired(budget) ?? budget.desiredHealthy;
  return needed >= budget.expectedPods;
}

/** Whether a pod that is not Ready cannot go either, which is the default. */
function keepsUnhealthy({
  currentHealthy,
  expectedPods,
  unhealthyPodEvictionPolicy,
}: PodDisruptionBudgetInfo): boolean {
  return (
    currentHealthy < expectedPods &&
    unhealthyPodEvictionPolicy !== 'AlwaysAllow'
  );
}

function nameOf({ namespace, name }: PodDisruptionBudgetInfo): string {
  return `${namespace}/${name}`;
}

/** `shop/web (minAvailable 3 of 3 pods)`: as kubectl get pdb has it. */
function described(budget: PodDisruptionBudgetInfo): string {
  const { minAvailable, maxUnavailable, currentHealthy, expectedPods } = budget;
  const rule =
    maxUnavailable === undefined
      ? `minAvailable ${minAvailable ?? 1}`
      : `maxUnavailable ${maxUnavailable}`;
  return `${nameOf(budget)} (${rule}, ${currentHealthy}/${expectedPods})`;
}
