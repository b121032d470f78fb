/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { count, list } from '../format';

/** What the checks of workloads say. */
export const workloads = {
  'pdb-blocks-eviction.title': () =>
    'PodDisruptionBudgets that block evictions',
  'pdb-blocks-eviction.none': () => 'the cluster has no PodDisruptionBudget',
  'pdb-blocks-eviction.observed': (p: { budgets: number }) =>
    `${count(
      p.budgets,
      'PodDisruptionBudget',
    )} with pods, each allows an eviction`,
  'pdb-blocks-eviction.covered-twice': (p: {
    workload: string;
    budgets: readonly string[];
    more: number;
  }) =>
    `the pods of ${p.workload} are covered by ${
      p.budgets.length
    } PodDisruptionBudgets (${list(
      p.budgets,
    )}): the eviction API refuses every eviction of them${
      p.more > 0 ? `; the same for ${count(p.more, 'more workload')}` : ''
    }`,
  'pdb-blocks-eviction.blocked': (p: {
    never: readonly string[];
    now: readonly string[];
  }) =>
    `${count(
      p.never.length + p.now.length,
      'PodDisruptionBudget',
    )} without a disruption allowed${[
      p.never.length > 0 ? `; never: ${list(p.never)}` : '',
      p.now.length > 0 ? `; now: ${list(p.now)}` : '',
    ].join('')}`,
  'pdb-blocks-eviction.unseen': (p: { detail: string }) =>
    `whether a pod is covered by two PodDisruptionBudgets is unknown, because the workloads could not be read: ${p.detail}`,
  'pdb-blocks-eviction.too-many': (p: { budgets: number }) =>
    `whether a pod is covered by two of ${p.budgets} PodDisruptionBudgets is unknown: there are too many to compare`,
  'pdb-blocks-eviction.required': () =>
    'one disruption allowed by every PodDisruptionBudget that has pods, and at most one budget for each pod',
  'pdb-blocks-eviction.fix': (p: {
    never: number;
    unhealthy: readonly string[];
  }) =>
    [
      p.never > 0
        ? 'set maxUnavailable: 1 in place of minAvailable, or add a replica'
        : 'bring back the pods that are not Ready',
      p.unhealthy.length > 0
        ? `set unhealthyPodEvictionPolicy: AlwaysAllow on ${list(
            p.unhealthy,
          )}, so that pods that are not Ready can go`
        : '',
    ]
      .filter(Boolean)
      .join('; '),
  'pdb-blocks-eviction.fix-twice': () =>
    'delete one of the PodDisruptionBudgets, or narrow their selectors until each pod has one',
} as const;
