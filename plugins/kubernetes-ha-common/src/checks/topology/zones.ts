/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { NodeInfo } from '../../snapshot/sections/inventory';
import { isReady } from '../nodes/nodeConditions';
import { isWorker } from '../nodes/workers';

/**
 * Ready nodes that carry workloads: all but the control plane. Where every
 * node is of the control plane, those of them that take ordinary pods.
 */
export function readyWorkers(nodes: readonly NodeInfo[]): NodeInfo[] {
  const dedicated = nodes.filter(({ controlPlane }) => !controlPlane);
  const pool = dedicated.length > 0 ? dedicated : nodes.filter(isWorker);
  return pool.filter(isReady);
}

/** How many of the nodes are in each zone, by name of the zone, and which have none. */
export function byZone(nodes: readonly NodeInfo[]): {
  zones: [zone: string, nodes: NodeInfo[]][];
  unlabelled: NodeInfo[];
} {
  const found = new Map<string, NodeInfo[]>();
  const unlabelled: NodeInfo[] = [];
  for (const node of nodes) {
    if (node.zone === undefined) unlabelled.push(node);
    else {
      const inZone = found.get(node.zone);
      if (inZone) inZone.push(node);
      else found.set(node.zone, [node]);
    }
  }
  return {
    zones: [...found].sort(([a], [b]) => (a < b ? -1 : 1)),
    unlabelled: unlabelled.sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
