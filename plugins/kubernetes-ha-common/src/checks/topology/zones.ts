/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { NodeInfo } from '../../snapshot/sections/inventory';
import { isReady } from '../leaders/liveMirrorPods';

/**
 * Nodes that carry workloads: all but the control plane. Where every node is
 * of the control plane, those of them that take ordinary pods.
 */
export function workers(nodes: readonly NodeInfo[]): NodeInfo[] {
  const dedicated = nodes.filter(({ controlPlane }) => !controlPlane);
  if (dedicated.length > 0) return dedicated;
  return nodes.filter(
    ({ taints }) =>
      !taints.some(({ key }) =>
        /^node-role\.kubernetes\.io\/(control-plane|master)$/.test(key),
      ),
  );
}

/** Workers that are Ready. */
export function readyWorkers(nodes: readonly NodeInfo[]): NodeInfo[] {
  return workers(nodes).filter(isReady);
}

/** How many of the nodes are in each zone, by name of the zone, and which have none. */
export function byZone(nodes: readonly NodeInfo[]): {
  zones: [zone: string, nodes: NodeInfo[]][];
  unlabelled: string[];
} {
  const found = new Map<string, NodeInfo[]>();
  const unlabelled: string[] = [];
  for (const node of nodes) {
    if (node.zone === undefined) unlabelled.push(node.name);
    else {
      const inZone = found.get(node.zone);
      if (inZone) inZone.push(node);
      else found.set(node.zone, [node]);
    }
  }
  return {
    zones: [...found].sort(([a], [b]) => (a < b ? -1 : 1)),
    unlabelled: unlabelled.sort(),
  };
}
