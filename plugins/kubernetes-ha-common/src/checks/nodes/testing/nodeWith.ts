/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  Condition,
  NodeInfo,
  PodInfo,
} from '../../../snapshot/sections/inventory';
import type { LeasesInfo } from '../../../snapshot/sections/leases';
import { secondsAgo, TEST_NOW } from '../../../testing/snapshotWith';

const GIB = 1024 ** 3;

export const ready: Condition = {
  type: 'Ready',
  status: 'True',
  lastTransitionTime: secondsAgo(86_400),
};

/** A node that has not been Ready for `seconds`. */
export function notReadyFor(
  seconds: number,
  status: Condition['status'] = 'Unknown',
): Condition {
  return { type: 'Ready', status, lastTransitionTime: secondsAgo(seconds) };
}

/** A Ready worker with 4 CPUs and 8 GiB. */
export function nodeWith(
  name: string,
  given: Partial<NodeInfo> = {},
): NodeInfo {
  return {
    name,
    labels: {},
    controlPlane: false,
    internalIPs: [],
    unschedulable: false,
    taints: [],
    conditions: [ready],
    allocatable: { cpuMillis: 4000, memoryBytes: 8 * GIB, pods: 110 },
    kubeletVersion: 'v1.37.2',
    kernelVersion: '6.12.0',
    osImage: 'Debian',
    operatingSystem: 'linux',
    containerRuntime: 'containerd://2.1.0',
    createdAt: secondsAgo(86_400),
    ...given,
  };
}

/** A control-plane node with kubeadm's taint. */
export function controlPlaneNode(
  name: string,
  given: Partial<NodeInfo> = {},
): NodeInfo {
  return nodeWith(name, {
    controlPlane: true,
    taints: [
      { key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' },
    ],
    ...given,
  });
}

/** A running pod of a Deployment. */
export function podWith(name: string, given: Partial<PodInfo> = {}): PodInfo {
  return {
    namespace: 'default',
    name,
    uid: name,
    phase: 'Running',
    ready: true,
    ownerKind: 'ReplicaSet',
    ownerName: 'app',
    cpuMillis: 0,
    memoryBytes: 0,
    restartCount: 0,
    mirror: false,
    hostNetwork: false,
    ...given,
  };
}

/** Node leases renewed the given seconds before the server's clock. */
export function leasesAged(
  ages: Record<string, number | undefined>,
): LeasesInfo {
  return {
    serverTime: TEST_NOW,
    leases: Object.entries(ages).map(([name, age]) => ({
      namespace: 'kube-node-lease',
      name,
      holder: name,
      durationSeconds: 40,
      ...(age !== undefined && { renewTime: secondsAgo(age) }),
      labels: {},
    })),
  };
}
