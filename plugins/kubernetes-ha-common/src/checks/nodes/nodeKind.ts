/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { NodeInfo } from '../../snapshot/sections/inventory';

/**
 * What stands behind a Node object.
 *
 * - `machine`: a kubelet on a machine that takes pods until it is full
 * - `one-pod`: a kubelet on a machine that was made for one pod and goes with it (EKS Fargate)
 * - `virtual`: no kubelet and no machine: a program that runs the pods elsewhere
 * @public
 */
export type NodeKind = 'machine' | 'one-pod' | 'virtual';

/** Taints by which such nodes keep ordinary pods off: every provider sets one of them. */
const virtualTaints: ReadonlySet<string> = new Set([
  'virtual-kubelet.io/provider',
  'virtual-node.liqo.io/not-allowed',
]);

const isVirtualTaint = ({ key }: NodeInfo['taints'][number]) =>
  virtualTaints.has(key);

/** `v1.25.0-vk-azure-aci-1.6.2`, and Tencent's `v2.11.0-eklet`: a version of that program, not of a kubelet. */
const VIRTUAL_VERSION = /-vk-|-eklet\b/;

/**
 * What kind of node this is. A node of kwok counts as what it plays: clusters
 * that have them are simulations, and are assessed as what they simulate.
 * Source: https://docs.aws.amazon.com/eks/latest/userguide/fargate.html (one pod a node).
 * @public
 */
export function nodeKind({
  labels,
  taints,
  kubeletVersion,
}: Pick<NodeInfo, 'labels' | 'taints' | 'kubeletVersion'>): NodeKind {
  // Sources of the labels: virtual-kubelet/virtual-kubelet (ConfigureNode), liqo pkg/consts.
  const isVirtual =
    labels.type === 'virtual-kubelet' ||
    labels['liqo.io/type'] === 'virtual-node' ||
    taints.some(isVirtualTaint) ||
    VIRTUAL_VERSION.test(kubeletVersion);
  if (isVirtual) return 'virtual';
  return labels['eks.amazonaws.com/compute-type'] === 'fargate'
    ? 'one-pod'
    : 'machine';
}

/** Whether a kubelet runs there, whose version, heartbeat and conditions count. @public */
export function hasKubelet(
  node: Pick<NodeInfo, 'labels' | 'taints' | 'kubeletVersion'>,
): boolean {
  return nodeKind(node) !== 'virtual';
}
