/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { NodeInfo } from '../../snapshot/sections/inventory';
import { nodeKind } from './nodeKind';

/** Taints of nodes that are going or not there yet; others set a node apart for some pods. */
const OUT_OF_SERVICE =
  /^(node\.kubernetes\.io\/|node\.cloudprovider\.kubernetes\.io\/|ToBeDeletedByClusterAutoscaler$)/;

type Taint = NodeInfo['taints'][number];

const repels = ({ effect }: Taint) =>
  effect === 'NoSchedule' || effect === 'NoExecute';

const setsApart = (taint: Taint) =>
  repels(taint) && !OUT_OF_SERVICE.test(taint.key);

const takesOutOfService = (taint: Taint) =>
  repels(taint) && OUT_OF_SERVICE.test(taint.key);

/**
 * Whether ordinary pods belong on a node, the one definition of a worker: a
 * machine that takes them until it is full, and no control-plane node, or one
 * that no taint keeps for itself, as in compact clusters. A node that is
 * failing or cordoned is still a worker.
 */
export function isWorker(node: NodeInfo): boolean {
  return (
    nodeKind(node) === 'machine' &&
    (!node.controlPlane || !node.taints.some(setsApart))
  );
}

/** Whether the scheduler may place pods on a worker now: not cordoned, not failing, not leaving. */
export function isSchedulableWorker(node: NodeInfo): boolean {
  return (
    isWorker(node) &&
    !node.unschedulable &&
    !node.taints.some(takesOutOfService)
  );
}

/** Whether all pods run on machines that are made for them, so that there are no workers to count. */
export function hasNoMachines(nodes: readonly NodeInfo[]): boolean {
  return (
    !nodes.some(isWorker) && nodes.some(node => nodeKind(node) !== 'machine')
  );
}
