/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  PodDisruptionBudgetInfo,
  WorkloadInfo,
} from '../../snapshot/sections/inventory';
import { meets, requirementsOf } from '../labelSelectors';

/** A workload whose pods more than one budget covers. */
export interface CoveredTwice {
  /** `namespace/name` of the workload. */
  workload: string;
  /** Names of the budgets. */
  budgets: string[];
}

/** Selectors tried on workloads at most: beyond it somebody piled up budgets to keep us busy. (proposal) */
const COMPARISONS = 200_000;

/**
 * Workloads whose pods more than one budget covers: the eviction API refuses
 * every eviction of such a pod. Budgets are found by a label that they ask
 * for, so that each workload is compared with few of them. Undefined when there
 * are too many to compare.
 * Source: k8s.io/kubernetes pkg/registry/core/pod/storage/eviction.go ("more than one PodDisruptionBudget")
 */
export function coveredTwice(
  budgets: readonly PodDisruptionBudgetInfo[],
  workloads: readonly WorkloadInfo[],
): CoveredTwice[] | undefined {
  const byLabel = new Map<string, PodDisruptionBudgetInfo[]>();
  for (const budget of budgets) {
    const { namespace, selector } = budget;
    // Without a selector it covers no pod; an empty one covers all of the namespace.
    if (!selector) continue;
    const [label] = Object.entries(selector.matchLabels ?? {});
    const key = label ? keyOf(namespace, label) : namespace;
    const known = byLabel.get(key);
    if (known) known.push(budget);
    else byLabel.set(key, [budget]);
  }
  let comparisons = 0;
  const found: CoveredTwice[] = [];
  for (const { namespace, name, podLabels = {} } of workloads) {
    const candidates = [
      namespace,
      ...Object.entries(podLabels).map(label => keyOf(namespace, label)),
    ].flatMap(key => byLabel.get(key) ?? []);
    comparisons += candidates.length;
    if (comparisons > COMPARISONS) return undefined;
    const covering = candidates.filter(({ selector }) =>
      requirementsOf(selector).every(requirement =>
        meets(requirement, podLabels),
      ),
    );
    if (covering.length > 1) {
      found.push({
        workload: `${namespace}/${name}`,
        budgets: covering.map(budget => budget.name).sort(),
      });
    }
  }
  return found;
}

/** A namespace holds no `|`. */
function keyOf(namespace: string, [label, value]: [string, string]): string {
  return `${namespace}|${label}=${value}`;
}
