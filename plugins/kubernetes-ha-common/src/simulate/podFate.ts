/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { PodInfo } from '../snapshot/sections/inventory';
import { tolerates } from './scheduling/nodeMatching';

/**
 * What becomes of a pod whose node is lost.
 *
 * - `moves`: it is evicted, and its owner makes another
 * - `waits`: as that, once its node is gone from the API or marked out of service: its owner (a StatefulSet) never has two of one name
 * - `unowned`: it is evicted, and nobody makes another
 * - `stays`: it belongs to the node, or is being deleted already
 */
export type PodFate = 'moves' | 'waits' | 'unowned' | 'stays';

/** The taint of a node that is not heard from. Source: k8s.io/api core/v1 well_known_taints.go */
const UNREACHABLE = {
  key: 'node.kubernetes.io/unreachable',
  effect: 'NoExecute',
};

/** Seconds that a pod stays where nothing else is said. Source: kube-apiserver --default-unreachable-toleration-seconds */
const DEFAULT_TOLERATION_SECONDS = 300;

/** The fate of a pod. Source: https://kubernetes.io/docs/concepts/architecture/nodes/#condition */
export function fateOf(pod: PodInfo): PodFate {
  const { ownerKind, mirror, deletedAt } = pod;
  if (mirror || ownerKind === 'DaemonSet' || ownerKind === 'Node')
    return 'stays';
  if (deletedAt !== undefined || toleratedSeconds(pod) === Infinity) {
    return 'stays';
  }
  if (ownerKind === undefined) return 'unowned';
  return ownerKind === 'StatefulSet' ? 'waits' : 'moves';
}

/** How long a pod stays on a node that is not heard from. Without a word of it, as long as the API server makes it by default. */
export function toleratedSeconds({ placement }: PodInfo): number {
  // A snapshot of an earlier version does not say.
  if (!placement) return DEFAULT_TOLERATION_SECONDS;
  const found = (placement.tolerations ?? []).filter(toleration =>
    tolerates(toleration, UNREACHABLE),
  );
  if (found.length === 0) return 0;
  return Math.min(...found.map(({ seconds = Infinity }) => seconds));
}
