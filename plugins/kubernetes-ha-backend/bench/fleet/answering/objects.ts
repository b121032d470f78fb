/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { managed, syntheticNode } from '../../inventory/syntheticNode';
import type { KubernetesJson } from 'backstage-plugin-kubernetes-ha-collector/src/signals/inventory/__testUtils__/kubernetesEncoder';

/** Machines that run the control plane: the first nodes. */
export const CONTROL_PLANES = 3;

/**
 * Node `index` as of a cluster on this machine: its addresses are loopback,
 * where no kubelet of another machine is, so none is asked.
 */
export function localNode(index: number): KubernetesJson {
  const node = syntheticNode(index);
  const status = Object(node.status);
  const metadata = Object(node.metadata);
  return {
    ...node,
    metadata: {
      ...metadata,
      labels: {
        ...metadata.labels,
        ...(index < CONTROL_PLANES && {
          'node-role.kubernetes.io/control-plane': '',
        }),
      },
    },
    status: {
      ...status,
      addresses: [
        { type: 'InternalIP', address: `127.200.${index >> 8}.${index & 255}` },
        { type: 'Hostname', address: metadata.name },
      ],
    },
  };
}

/** A pod whose containers have restarted so many times more. */
export function changedPod(
  pod: KubernetesJson,
  change: number,
): KubernetesJson {
  const status = Object(pod.status);
  return {
    ...pod,
    status: {
      ...status,
      containerStatuses: status.containerStatuses.map(
        (container: { restartCount: number }) => ({
          ...container,
          restartCount: container.restartCount + change,
        }),
      ),
    },
  };
}

/** Between two changes, in milliseconds: that of the inventories in the default. */
const CHANGE_MS = 120_000;

/** A node that has told its conditions anew. */
export function changedNode(
  node: KubernetesJson,
  change: number,
): KubernetesJson {
  const status = Object(node.status);
  return {
    ...node,
    status: {
      ...status,
      conditions: status.conditions.map(
        (condition: { lastHeartbeatTime: string }) => ({
          ...condition,
          lastHeartbeatTime: new Date(
            Date.parse(condition.lastHeartbeatTime) + change * CHANGE_MS,
          )
            .toISOString()
            .replace('.000Z', 'Z'),
        }),
      ),
    },
  };
}

/** A Lease that its holder renewed `now`, with managedFields. */
export function lease(
  name: string,
  namespace: string,
  holder: string,
  now: Date,
): KubernetesJson {
  return {
    metadata: {
      name,
      namespace,
      resourceVersion: '4242',
      creationTimestamp: '2026-10-02T08:10:00Z',
      managedFields: [managed('kubelet', 'Update', 300)],
    },
    spec: {
      holderIdentity: holder,
      leaseDurationSeconds: 40,
      acquireTime: '2026-10-02T08:10:00.000000Z',
      renewTime: now.toISOString().replace('Z', '000Z'),
      leaseTransitions: 1,
    },
  };
}
