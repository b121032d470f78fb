/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { SectionValues, Sections } from '../../snapshot/clusterSnapshot';
import { controlPlanePods } from '../../snapshot/controlPlanePods';
import { derivedFrom } from '../../snapshot/derivedFrom';
import type { NodeInfo, PodInfo } from '../../snapshot/sections/inventory';
import type { ObservedSignal } from '../../snapshot/signal';
import { leaseAgeSeconds } from '../leaseAge';
import { isReady } from '../nodes/nodeConditions';

/** The mirror pod of a control-plane component and whether what it says can be believed. */
export interface MirrorPod {
  pod: PodInfo;
  /** Its node, or the name of the pod while it has none. */
  nodeName: string;
  /**
   * `up`: Ready, on a node whose kubelet is heard. `not-ready`: its kubelet
   * says so. `unproven`: the kubelet is silent, so the pod's last words stand
   * for nothing.
   */
  state: 'up' | 'not-ready' | 'unproven';
}

/** Kept as long as the Leases: every component and both of its checks ask. */
const stale = new WeakMap<
  SectionValues['nodeLeases'],
  { limitSeconds: number; names: ReadonlySet<string> }
>();

const nodesByName = derivedFrom(
  (nodes: SectionValues['nodes']): ReadonlyMap<string, NodeInfo> =>
    new Map(nodes.map(node => [node.name, node])),
);

/** Pods and nodes as they were read. */
export type ObservedPodsAndNodes = {
  readonly [K in 'pods' | 'nodes']: ObservedSignal<SectionValues[K]>;
};

/**
 * Mirror pods of a component. The kubelet writes them: with the kubelet gone
 * they stay as they were, Ready included, so the node's condition and Lease
 * decide whether they are believed.
 */
export function mirrorPodsOf(
  component: string,
  { pods, nodes }: ObservedPodsAndNodes,
  signals: Readonly<Pick<Sections, 'nodeLeases'>>,
  nodeLeaseSeconds: number,
): MirrorPod[] {
  const byName = nodesByName(nodes);
  const silent = staleNodes(signals, nodeLeaseSeconds);
  return controlPlanePods(pods)
    .filter(
      // Those that are being deleted are not counted on.
      ({ controlPlane, deletedAt }) =>
        controlPlane.component === component && !deletedAt,
    )
    .map(pod => {
      const nodeName = pod.nodeName ?? pod.name;
      const node = byName.get(nodeName);
      const heard = node && isReady(node) && !silent.has(nodeName);
      if (!heard) return { pod, nodeName, state: 'unproven' as const };
      return {
        pod,
        nodeName,
        state: pod.ready ? ('up' as const) : ('not-ready' as const),
      };
    })
    .sort((a, b) => (a.nodeName < b.nodeName ? -1 : 1));
}

/** Nodes whose heartbeat Lease is older than it lasts; none while the Leases are not known. */
function staleNodes(
  { nodeLeases }: Readonly<Pick<Sections, 'nodeLeases'>>,
  limitSeconds: number,
): ReadonlySet<string> {
  if (nodeLeases.state !== 'observed') return new Set();
  const { value } = nodeLeases;
  const known = stale.get(value);
  if (known?.limitSeconds === limitSeconds) return known.names;
  const names = new Set(
    value.leases
      .filter(
        lease =>
          (leaseAgeSeconds(lease, value) ?? 0) >
          (lease.durationSeconds || limitSeconds),
      )
      .map(({ name }) => name),
  );
  stale.set(value, { limitSeconds, names });
  return names;
}
