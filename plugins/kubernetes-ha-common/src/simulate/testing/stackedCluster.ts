/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { etcdOf, voter } from '../../checks/etcd/testing/etcdWith';
import {
  haproxy,
  threeServers,
} from '../../checks/loadbalancer/testing/haproxyWith';
import type { ClusterSnapshot } from '../../snapshot/clusterSnapshot';
import type {
  EndpointSliceInfo,
  NodeInfo,
  PodInfo,
} from '../../snapshot/sections/inventory';
import {
  apiServerOn,
  mirrorPodOf,
  nodeOf,
  podOf,
} from '../../testing/controlPlane';
import { observed, snapshotWith } from '../../testing/snapshotWith';

export const ZONES = ['a', 'b', 'c'] as const;
const GIB = 2 ** 30;

type Given = Parameters<typeof snapshotWith>[0];

/** A node of a zone, a worker unless a test says otherwise. */
export function zonedNode(
  name: string,
  zone: string,
  parts: Partial<NodeInfo> = {},
): NodeInfo {
  return nodeOf(name, {
    zone,
    labels: {
      'topology.kubernetes.io/zone': zone,
      'kubernetes.io/hostname': name,
    },
    allocatable: { cpuMillis: 1000, memoryBytes: 4 * GIB, pods: 20 },
    ...parts,
  });
}

/** Replica `number` of a Deployment. */
export function replica(
  app: string,
  number: number,
  nodeName: string | undefined,
  parts: Partial<PodInfo> = {},
): PodInfo {
  return podOf(`${app}-${number}`, {
    nodeName,
    ownerKind: 'ReplicaSet',
    ownerName: app,
    cpuMillis: 200,
    memoryBytes: GIB / 4,
    placement: { labels: { app } },
    ...parts,
  });
}

/** The Service of an app, with all its pods as ready endpoints. */
export function serviceOf(
  app: string,
  pods: readonly PodInfo[],
): EndpointSliceInfo {
  const own = pods.filter(({ ownerName }) => ownerName === app);
  const namespace = own[0]?.namespace ?? 'default';
  return {
    namespace,
    name: `${app}-1`,
    service: app,
    endpoints: own.map((pod, place) => ({
      addresses: [`10.0.0.${place}`],
      ready: true,
      ...(pod.nodeName !== undefined && { nodeName: pod.nodeName }),
      target: `Pod/${pod.namespace}/${pod.name}`,
    })),
    ports: [{ port: 80 }],
  };
}

/**
 * Three stacked control-plane machines behind two load balancers and two workers
 * a zone, each with two replicas of `web`: room for one zone's worth of pods.
 */
export function stackedCluster(
  given: Given = {},
  cluster?: Parameters<typeof snapshotWith>[1],
): ClusterSnapshot {
  const machines = ZONES.map(zone =>
    zonedNode(`cp-${zone}`, zone, {
      controlPlane: true,
      taints: [
        { key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' },
      ],
    }),
  );
  const workers = ZONES.flatMap(zone =>
    [1, 2].map(number => zonedNode(`worker-${zone}${number}`, zone)),
  );
  const pods = workers.flatMap(({ name }, place) =>
    [0, 1].map(number => replica('web', 2 * place + number, name)),
  );
  const mirrors = machines.flatMap(({ name }) => [
    mirrorPodOf('kube-apiserver', name, [
      '--etcd-servers=https://127.0.0.1:2379',
    ]),
    mirrorPodOf('kube-controller-manager', name),
    mirrorPodOf('etcd', name),
  ]);
  return snapshotWith(
    {
      version: observed({ gitVersion: 'v1.37.2' }),
      nodes: observed([...machines, ...workers]),
      pods: observed([...pods, ...mirrors]),
      endpointSlices: observed([serviceOf('web', pods)]),
      validatingWebhooks: observed([]),
      mutatingWebhooks: observed([]),
      apiServers: observed(machines.map(({ name }) => apiServerOn(name))),
      etcd: observed(
        etcdOf(
          ZONES.map(zone => voter(`m-${zone}`, { nodeName: `cp-${zone}` })),
        ),
      ),
      loadBalancers: observed({
        instances: ['a', 'b'].map(zone =>
          haproxy(`lb-${zone}`, threeServers(), { nodeName: `cp-${zone}` }),
        ),
      }),
      ...given,
    },
    cluster,
  );
}
