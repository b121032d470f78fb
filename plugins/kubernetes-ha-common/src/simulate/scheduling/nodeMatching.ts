/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { meets } from '../../checks/labelSelectors';
import type { NodeInfo } from '../../snapshot/sections/inventory';
import type {
  NodeSelectorRequirement,
  NodeSelectorTerm,
  PodPlacement,
  Toleration,
} from '../../snapshot/sections/placement';

type Taint = NodeInfo['taints'][number];

/**
 * Whether a pod may be placed on a node by its labels and name. Several terms:
 * one is enough; a term that asks for nothing is met by no node.
 * Source: k8s.io/component-helpers scheduling/corev1/nodeaffinity
 */
export function matchesNodeTerms(
  terms: readonly NodeSelectorTerm[],
  node: Pick<NodeInfo, 'name' | 'labels'>,
): boolean {
  return terms.some(({ matchExpressions = [], matchFields = [] }) => {
    if (matchExpressions.length + matchFields.length === 0) return false;
    return (
      matchExpressions.every(requirement =>
        meetsNodeRequirement(requirement, node.labels),
      ) &&
      matchFields.every(requirement =>
        meetsNodeRequirement(requirement, { 'metadata.name': node.name }),
      )
    );
  });
}

/** Whether a node meets the selector and the required affinity of a pod. */
export function matchesNodeSelection(
  { nodeSelector, nodeAffinity }: PodPlacement,
  node: Pick<NodeInfo, 'name' | 'labels'>,
): boolean {
  for (const key in nodeSelector) {
    if (
      Object.hasOwn(nodeSelector, key) &&
      (!Object.hasOwn(node.labels, key) ||
        node.labels[key] !== nodeSelector[key])
    ) {
      return false;
    }
  }
  return nodeAffinity === undefined || matchesNodeTerms(nodeAffinity, node);
}

/**
 * The first taint of these effects that a pod does not tolerate.
 * Source: k8s.io/component-helpers scheduling/corev1 `FindMatchingUntoleratedTaint`
 */
export function untoleratedTaint(
  taints: readonly Taint[],
  tolerations: readonly Toleration[] | undefined,
  effects: ReadonlySet<string>,
): Taint | undefined {
  return taints.find(
    taint =>
      effects.has(taint.effect) &&
      !tolerations?.some(toleration => tolerates(toleration, taint)),
  );
}

/** Source: k8s.io/api core/v1 toleration.go `ToleratesTaint` */
export function tolerates(toleration: Toleration, taint: Taint): boolean {
  const { key, operator = 'Equal', value, effect } = toleration;
  if (effect && effect !== taint.effect) return false;
  if (key && key !== taint.key) return false;
  switch (operator || 'Equal') {
    case 'Exists':
      return true;
    case 'Equal':
      return (value ?? '') === (taint.value ?? '');
    case 'Lt':
      return isBelow(taint.value, value);
    case 'Gt':
      return isBelow(value, taint.value);
    default:
      return false;
  }
}

/** As of labels of pods, and two more operators. */
function meetsNodeRequirement(
  requirement: NodeSelectorRequirement,
  labels: Readonly<Record<string, string>>,
): boolean {
  const { key, operator, values = [] } = requirement;
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  if (operator === 'Gt') return isBelow(values[0], value);
  if (operator === 'Lt') return isBelow(value, values[0]);
  return meets(requirement, labels);
}

const wholeNumber = /^-?\d{1,18}$/;

/** Whether both are whole numbers and the first is less. */
function isBelow(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  if (!wholeNumber.test(one) || !wholeNumber.test(other)) return false;
  return BigInt(one) < BigInt(other);
}
