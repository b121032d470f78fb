/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { NodeFilter, NodeRefusal } from './nodeFilter';
import type { PodClass } from './podClasses';
import type { SchedulingState } from './schedulingState';
import type { VolumeReach } from './volumes';

/** Why no node takes a pod: a reason and at how many nodes, most nodes first. @public */
export interface Refusals {
  /** All nodes of the cluster, the lost ones among them. */
  nodes: number;
  reasons: readonly { reason: PlacementReason; nodes: number }[];
}

/** A reason of the scheduler. `resource`: of which too little is left. @public */
export type PlacementReason =
  | { code: Exclude<NodeRefusal, 'resources'> }
  | { code: 'resources'; resource: string }
  | { code: 'claim'; claim: string; because: 'missing' | 'unbound' | 'lost' };

/** Asks every node why it does not take a pod of this class. */
export function refusalsOf(
  state: SchedulingState,
  lost: Uint8Array,
  podClass: PodClass,
): Refusals {
  const { count, resources } = state.model.columns;
  if (podClass.reach.state === 'waits') {
    return { nodes: count, reasons: [waiting(podClass.reach, count)] };
  }
  const filter = new NodeFilter(state, lost, podClass);
  const found = new Map<string, { reason: PlacementReason; nodes: number }>();
  const note = (reason: PlacementReason) => {
    const key = JSON.stringify(reason);
    const known = found.get(key);
    if (known) known.nodes += 1;
    else found.set(key, { reason, nodes: 1 });
  };
  for (let node = 0; node < count; node++) {
    const refusal = filter.refusal(node);
    if (refusal === undefined) continue;
    if (refusal !== 'resources') {
      note({ code: refusal });
      continue;
    }
    for (const resource of podClass.lacking) note({ code: refusal, resource });
    for (const resource of filter.insufficient(node)) {
      note({ code: refusal, resource: resources[resource] });
    }
  }
  return {
    nodes: count,
    reasons: [...found.values()].sort((a, b) => b.nodes - a.nodes),
  };
}

function waiting(
  reach: Extract<VolumeReach, { state: 'waits' }>,
  nodes: number,
): Refusals['reasons'][number] {
  const { claim, because } = reach;
  return { reason: { code: 'claim', claim, because }, nodes };
}

/**
 * The refusals in the words of the scheduler's own event, which is what people
 * search for: it is not translated.
 * Source: k8s.io/kubernetes pkg/scheduler/framework/types.go `FitError`, the plugins' `ErrReason…`
 * @public
 */
export function schedulerWords({ nodes, reasons }: Refusals): string {
  const [first] = reasons;
  if (first?.reason.code === 'claim') return claimWords(first.reason);
  const texts = reasons
    .map(({ reason, nodes: some }) => `${some} ${wordsOf(reason)}`)
    .sort();
  return texts.length === 0
    ? `0/${nodes} nodes are available.`
    : `0/${nodes} nodes are available: ${texts.join(', ')}.`;
}

const words: Readonly<Record<Exclude<NodeRefusal, 'resources'>, string>> = {
  unschedulable: 'node(s) were unschedulable',
  tainted: 'node(s) had untolerated taint(s)',
  'not-selected': "node(s) didn't match Pod's node affinity/selector",
  ports: "node(s) didn't have free ports for the requested pod ports",
  volume: "node(s) didn't match PersistentVolume's node affinity",
  spread: "node(s) didn't match pod topology spread constraints",
  'spread-label':
    "node(s) didn't match pod topology spread constraints (missing required label)",
  affinity: "node(s) didn't match pod affinity rules",
  'anti-affinity': "node(s) didn't match pod anti-affinity rules",
  repelled: "node(s) didn't satisfy existing pods anti-affinity rules",
};

function wordsOf(reason: PlacementReason): string {
  switch (reason.code) {
    case 'claim':
      return claimWords(reason);
    case 'resources':
      return reason.resource === 'pods'
        ? 'Too many pods'
        : `Insufficient ${reason.resource}`;
    default:
      return words[reason.code];
  }
}

function claimWords({
  claim,
  because,
}: Extract<PlacementReason, { code: 'claim' }>): string {
  const name = claim.slice(claim.indexOf('/') + 1);
  switch (because) {
    case 'missing':
      return `persistentvolumeclaim "${name}" not found`;
    case 'lost':
      return `persistentvolumeclaim "${name}" bound to non-existent persistentvolume`;
    default:
      return 'pod has unbound immediate PersistentVolumeClaims';
  }
}
