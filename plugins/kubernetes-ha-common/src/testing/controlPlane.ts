/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ApiServerInstance } from '../snapshot/sections/apiServers';
import type { Counters } from '../snapshot/sections/counters';
import type {
  EndpointSliceInfo,
  NodeInfo,
  PodInfo,
} from '../snapshot/sections/inventory';
import type { LeaseInfo, LeasesInfo } from '../snapshot/sections/leases';
import type { Probe } from '../snapshot/sections/probe';
import { notKnown, observed, secondsAgo, TEST_NOW } from './snapshotWith';

/** A probe that was answered with 200. */
export const ready: Probe = { ok: true, status: 200, consecutiveFailures: 0 };

/** A probe that was answered with an error, `looks` times in a row. */
export function erring(status: number, looks: number = 2): Probe {
  return {
    ok: false,
    status,
    consecutiveFailures: looks,
    failingSince: secondsAgo(looks * 30),
    ...(status === 403 && { reason: 'forbidden' as const }),
    ...(status === 401 && { reason: 'unauthorised' as const }),
  };
}

/** A probe without an answer, `looks` times in a row. */
export function silent(
  reason: NonNullable<Probe['reason']>,
  looks: number = 2,
): Probe {
  return {
    ok: false,
    reason,
    detail: `no answer: ${reason}`,
    consecutiveFailures: looks,
    failingSince: secondsAgo(looks * 30),
  };
}

/** An API server on a node. Default: ready. */
export function apiServerOn(
  nodeName: string,
  parts: Partial<ApiServerInstance> = {},
): ApiServerInstance {
  return {
    address: `${nodeName}.test:6443`,
    nodeName,
    discoveredBy: ['endpoint-slice'],
    readyz: ready,
    livez: parts.readyz ?? ready,
    readyzChecks: [
      { name: 'etcd', ok: true },
      { name: 'etcd-readiness', ok: true },
    ],
    version: observed('v1.37.2'),
    certificates: notKnown('not-exposed', 'not asked'),
    flags: notKnown('forbidden', 'GET /flagz: 403'),
    metrics: notKnown('forbidden', 'GET /metrics: 403'),
    ...parts,
  };
}

/** Two readings of counters, a minute apart, of one process. */
export function countersOf(
  latest: Record<string, number>,
  earlier?: Record<string, number>,
): Counters {
  return {
    latest: { at: secondsAgo(5), processStartSeconds: 1, values: latest },
    ...(earlier && {
      earlier: { at: secondsAgo(65), processStartSeconds: 1, values: earlier },
    }),
  };
}

/** A Lease in kube-system that was renewed `age` seconds ago. */
export function leaseOf(
  name: string,
  age: number,
  parts: Partial<LeaseInfo> = {},
): LeaseInfo {
  return {
    namespace: 'kube-system',
    name,
    holder: `cp1_${name}`,
    durationSeconds: 15,
    renewTime: secondsAgo(age),
    transitions: 1,
    labels: {},
    ...parts,
  };
}

/** The identity Lease of the API server on a host. */
export function identityLease(host: string, age: number): LeaseInfo {
  return leaseOf(`apiserver-${host}`, age, {
    holder: `apiserver-${host}_uid`,
    durationSeconds: 3600,
    labels: {
      'apiserver.kubernetes.io/identity': 'kube-apiserver',
      'kubernetes.io/hostname': host,
    },
  });
}

/** Leases as listed at {@link TEST_NOW} by the server's clock. */
export function leasesOf(
  leases: LeaseInfo[],
  parts: Partial<LeasesInfo> = {},
): LeasesInfo {
  return { serverTime: TEST_NOW, leases, ...parts };
}

/** A node. Default: Ready. */
export function nodeOf(
  name: string,
  parts: Partial<NodeInfo> & { status?: 'True' | 'False' | 'Unknown' } = {},
): NodeInfo {
  const { status = 'True', ...rest } = parts;
  return {
    name,
    labels: {},
    controlPlane: false,
    internalIPs: [],
    hostname: name,
    unschedulable: false,
    taints: [],
    conditions: [{ type: 'Ready', status }],
    allocatable: { cpuMillis: 4000, memoryBytes: 8 * 1024 ** 3, pods: 110 },
    kubeletVersion: 'v1.37.2',
    kernelVersion: '6.12.0',
    osImage: 'Linux',
    operatingSystem: 'linux',
    containerRuntime: 'containerd://2.1.0',
    ...rest,
  };
}

/** A pod. Default: running and Ready. */
export function podOf(name: string, parts: Partial<PodInfo> = {}): PodInfo {
  return {
    namespace: 'default',
    name,
    uid: name,
    phase: 'Running',
    ready: true,
    cpuMillis: 100,
    memoryBytes: 1024,
    restartCount: 0,
    mirror: false,
    hostNetwork: false,
    ...parts,
  };
}

/** The mirror pod of a control-plane component with its flags. */
export function mirrorPodOf(
  component: string,
  nodeName: string,
  flags: readonly string[] = [],
  parts: Partial<PodInfo> = {},
): PodInfo {
  return podOf(`${component}-${nodeName}`, {
    namespace: 'kube-system',
    nodeName,
    mirror: true,
    hostNetwork: true,
    controlPlane: { component, command: [component, ...flags] },
    ...parts,
  });
}

/** The EndpointSlice `default/kubernetes` with the given ready addresses. */
export function kubernetesEndpoints(
  addresses: readonly string[],
): EndpointSliceInfo {
  return {
    namespace: 'default',
    name: 'kubernetes',
    service: 'kubernetes',
    endpoints: addresses.map(address => ({
      addresses: [address],
      ready: true,
    })),
    ports: [{ name: 'https', port: 6443 }],
  };
}
