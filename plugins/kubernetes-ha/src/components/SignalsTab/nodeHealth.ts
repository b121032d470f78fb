/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  inReadingOrder,
  NodeInfo,
} from 'backstage-plugin-kubernetes-ha-common';

/** Status of a node's condition Ready; `missing` when it has none. */
export type ReadyWord = 'True' | 'False' | 'Unknown' | 'missing';

/**
 * Conditions that say by `True` that something is wrong. Others may mean
 * either: a node of RKE2 has `EtcdIsVoter: True`.
 * Source: https://kubernetes.io/docs/reference/node/node-status/#condition
 */
const problemTypes: readonly string[] = [
  'MemoryPressure',
  'DiskPressure',
  'PIDPressure',
  'NetworkUnavailable',
];

export function readyOf(node: NodeInfo): ReadyWord {
  return (
    node.conditions.find(({ type }) => type === 'Ready')?.status ?? 'missing'
  );
}

/** Types of the conditions, beside Ready, that say that something is wrong with the node. */
export function problemsOf(node: NodeInfo): string[] {
  return node.conditions
    .filter(
      ({ type, status }) => problemTypes.includes(type) && status === 'True',
    )
    .map(({ type }) => type);
}

/** Those that need a person first: not ready, then under pressure, then cordoned; in each the control plane first, then by name. */
export function unhealthyFirst(nodes: readonly NodeInfo[]): NodeInfo[] {
  const ranks = new Map(nodes.map(node => [node, rankOf(node)]));
  const rank = (node: NodeInfo) => ranks.get(node) ?? 0;
  return inReadingOrder(nodes, ({ name }) => name).sort(
    (a, b) => rank(a) - rank(b),
  );
}

function rankOf(node: NodeInfo): number {
  return urgencyOf(node) * 2 + (node.controlPlane ? 0 : 1);
}

function urgencyOf(node: NodeInfo): number {
  if (readyOf(node) !== 'True') return 0;
  if (problemsOf(node).length > 0) return 1;
  return node.unschedulable ? 2 : 3;
}
