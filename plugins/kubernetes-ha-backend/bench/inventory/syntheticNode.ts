/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { KubernetesJson } from 'backstage-plugin-kubernetes-ha-collector/src/signals/inventory/__testUtils__/kubernetesEncoder';
import { Random } from './random';

export const zones = ['az-a', 'az-b', 'az-c'];

export function nodeName(index: number): string {
  return `worker-${String(index).padStart(5, '0')}.cluster.example.org`;
}

/** Node number `index`, with 50 images and the fields that a kubelet reports: about 14 kB of JSON. */
export function syntheticNode(index: number): KubernetesJson {
  const random = new Random(index + 1);
  const name = nodeName(index);
  const zone = zones[index % zones.length];
  const heartbeat = '2026-11-20T10:00:00Z';
  const condition = (type: string, status: string, reason: string) => ({
    type,
    status,
    lastHeartbeatTime: heartbeat,
    lastTransitionTime: '2026-10-02T08:11:12Z',
    reason,
    message: `kubelet reports ${reason}`,
  });
  return {
    metadata: {
      name,
      uid: random.uid(),
      resourceVersion: String(1_000_000 + random.below(9_000_000)),
      creationTimestamp: '2026-10-02T08:10:00Z',
      labels: {
        'beta.kubernetes.io/arch': 'amd64',
        'beta.kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'node.kubernetes.io/instance-type': 'm6.4xlarge',
        'topology.kubernetes.io/region': 'region-1',
        'topology.kubernetes.io/zone': zone,
        'example.org/rack': `r${index % 200}`,
      },
      annotations: {
        'node.alpha.kubernetes.io/ttl': '0',
        'volumes.kubernetes.io/controller-managed-attach-detach': 'true',
        'csi.volume.kubernetes.io/nodeid': `{"csi.example.org":"${name}"}`,
      },
      managedFields: [
        managed('kubelet', 'Update', 900),
        managed('kube-controller-manager', 'Update', 500),
        managed('kubelet', 'Update', 600, 'status'),
      ],
    },
    spec: {
      podCIDR: `10.${index >> 8}.${index & 255}.0/24`,
      podCIDRs: [`10.${index >> 8}.${index & 255}.0/24`],
      providerID: `cloud:///${zone}/i-${random.hex(17)}`,
    },
    status: {
      capacity: capacity('16'),
      allocatable: capacity('15890m'),
      conditions: [
        condition('MemoryPressure', 'False', 'KubeletHasSufficientMemory'),
        condition('DiskPressure', 'False', 'KubeletHasNoDiskPressure'),
        condition('PIDPressure', 'False', 'KubeletHasSufficientPID'),
        condition('Ready', 'True', 'KubeletReady'),
      ],
      addresses: [
        { type: 'InternalIP', address: `10.200.${index >> 8}.${index & 255}` },
        { type: 'Hostname', address: name },
      ],
      daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
      nodeInfo: {
        machineID: random.hex(32),
        systemUUID: random.uid(),
        bootID: random.uid(),
        kernelVersion: '6.12.41',
        osImage: 'Debian GNU/Linux 13 (trixie)',
        containerRuntimeVersion: 'containerd://2.1.4',
        kubeletVersion: 'v1.37.2',
        kubeProxyVersion: '',
        operatingSystem: 'linux',
        architecture: 'amd64',
      },
      images: Array.from({ length: 50 }, () => ({
        names: [
          `registry.example.org/team-${random.below(
            90,
          )}/app@sha256:${random.hex(64)}`,
          `registry.example.org/team-${random.below(90)}/app:v1.${random.below(
            90,
          )}.0`,
        ],
        sizeBytes: 20_000_000 + random.below(400_000_000),
      })),
    },
  };
}

function capacity(cpu: string): KubernetesJson {
  return {
    cpu,
    memory: '65427896Ki',
    pods: '110',
    'ephemeral-storage': '203070420Ki',
    'hugepages-1Gi': '0',
    'hugepages-2Mi': '0',
  };
}

/** An entry of managedFields with about `bytes` of field names. */
export function managed(
  manager: string,
  operation: string,
  bytes: number,
  subresource?: string,
): KubernetesJson {
  const fields: Record<string, unknown> = {};
  for (let size = 0, index = 0; size < bytes; index++, size += 42) {
    fields[`k:{"type":"Field${index}","name":"entry"}`] = { '.': {} };
  }
  return {
    manager,
    operation,
    apiVersion: 'v1',
    time: '2026-11-20T09:00:00Z',
    fieldsType: 'FieldsV1',
    fieldsV1: { 'f:metadata': { 'f:labels': fields } },
    ...(subresource ? { subresource } : {}),
  };
}
