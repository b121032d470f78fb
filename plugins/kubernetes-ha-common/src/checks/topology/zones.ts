/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { NodeInfo } from '../../snapshot/sections/inventory';
import { isReady } from '../nodes/nodeConditions';
import { isWorker } from '../nodes/workers';
import { failureDomains } from './failureDomains';

/** Workers that are Ready. */
export function readyWorkers(nodes: readonly NodeInfo[]): NodeInfo[] {
  return nodes.filter(node => isWorker(node) && isReady(node));
}

/** Which of the nodes are in each zone, by its name, and which are in none that is known. */
export interface Zones {
  zones: [zone: string, nodes: NodeInfo[]][];
  unlabelled: NodeInfo[];
  /** Values of zone labels that are no zones, see {@link failureDomains}. */
  notZones: string[];
}

/** The nodes by zone; `all` nodes of the cluster tell what a label means. */
export function byZone(
  nodes: readonly NodeInfo[],
  all: readonly NodeInfo[] = nodes,
): Zones {
  const domains = failureDomains(all);
  const found = new Map<string, NodeInfo[]>();
  const unlabelled: NodeInfo[] = [];
  for (const node of nodes) {
    const zone = domains.of(node);
    if (zone === undefined) unlabelled.push(node);
    else {
      const inZone = found.get(zone);
      if (inZone) inZone.push(node);
      else found.set(zone, [node]);
    }
  }
  return {
    zones: [...found].sort(([a], [b]) => (a < b ? -1 : 1)),
    unlabelled: unlabelled.sort((a, b) => (a.name < b.name ? -1 : 1)),
    notZones: domains.notZones,
  };
}
