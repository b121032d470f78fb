/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { totalmem } from 'node:os';
import { KubernetesApiError, KubernetesClient } from '../kubernetes/client';
import type { Condition, KubernetesNode, Lease } from '../kubernetes/objects';
import type { NodeConfig } from './config';

/** As kubelet: nodeLeaseDurationSeconds 40, renewed at a quarter of it. */
const leaseDurationSeconds = 40;
/** As kubelet's default nodeStatusReportFrequency: an unchanged status is sent again after 5 minutes. */
const reportAfterMs = 5 * 60_000;

const conditions: readonly Omit<Condition, 'status'>[] = [
  {
    type: 'MemoryPressure',
    reason: 'KubeletHasSufficientMemory',
    message: 'kubelet has sufficient memory available',
  },
  {
    type: 'DiskPressure',
    reason: 'KubeletHasNoDiskPressure',
    message: 'kubelet has no disk pressure',
  },
  {
    type: 'PIDPressure',
    reason: 'KubeletHasSufficientPID',
    message: 'kubelet has sufficient PID available',
  },
  {
    type: 'Ready',
    reason: 'KubeletReady',
    message: 'kubelet is posting ready status',
  },
];

/** Keeps the machine's Node and its Lease, with a kubelet's identity and manners. */
export class NodeAgent {
  readonly #config: NodeConfig;
  readonly #address: string;
  readonly #client: KubernetesClient;
  #uid: string | undefined;

  constructor(config: NodeConfig, address: string, client: KubernetesClient) {
    this.#config = config;
    this.#address = address;
    this.#client = client;
  }

  /** UID of the Node, once it is registered. */
  get uid(): string | undefined {
    return this.#uid;
  }

  /** One round: register if need be, renew the Lease, correct the status. */
  async beat(): Promise<void> {
    const node = await this.#register();
    this.#uid = node.metadata.uid;
    await this.#renewLease(node);
    await this.#reportStatus(node);
  }

  async #register(): Promise<KubernetesNode> {
    const { name, labels, taints } = this.#config;
    try {
      return await this.#client.get<KubernetesNode>(`/api/v1/nodes/${name}`);
    } catch (error) {
      if (!(error instanceof KubernetesApiError) || error.status !== 404) {
        throw error;
      }
    }
    return this.#client.create<KubernetesNode>('/api/v1/nodes', {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: {
        name,
        labels: {
          'kubernetes.io/hostname': name,
          'kubernetes.io/os': 'linux',
          'kubernetes.io/arch': 'amd64',
          'beta.kubernetes.io/os': 'linux',
          'beta.kubernetes.io/arch': 'amd64',
          ...labels,
        },
      },
      spec: { taints },
      status: this.#status(),
    });
  }

  async #renewLease(node: KubernetesNode): Promise<void> {
    const { name } = this.#config;
    const folder = '/apis/coordination.k8s.io/v1/namespaces/kube-node-lease';
    // Kubernetes writes MicroTime with six digits.
    const renewTime = new Date().toISOString().replace('Z', '000Z');
    const lease: Lease = {
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: {
        name,
        namespace: 'kube-node-lease',
        ownerReferences: [
          {
            apiVersion: 'v1',
            kind: 'Node',
            name,
            uid: node.metadata.uid ?? '',
          },
        ],
      },
      spec: { holderIdentity: name, leaseDurationSeconds, renewTime },
    };
    try {
      await this.#client.patch(`${folder}/leases/${name}`, 'merge', {
        spec: lease.spec,
      });
    } catch (error) {
      if (!(error instanceof KubernetesApiError) || error.status !== 404) {
        throw error;
      }
      await this.#client.create(`${folder}/leases`, lease);
    }
  }

  async #reportStatus(node: KubernetesNode): Promise<void> {
    const seen = node.status?.conditions ?? [];
    const due = conditions.some(({ type }) => {
      const present = seen.find(condition => condition.type === type);
      return (
        present?.status !== (type === 'Ready' ? 'True' : 'False') ||
        Date.now() - Date.parse(present.lastHeartbeatTime ?? '') > reportAfterMs
      );
    });
    if (due) {
      await this.#client.patch(
        `/api/v1/nodes/${node.metadata.name}/status`,
        'strategic',
        { status: this.#status(seen) },
      );
    }
  }

  #status(seen: readonly Condition[] = []): KubernetesNode['status'] {
    const now = new Date().toISOString();
    const resources = {
      cpu: '4',
      memory: `${Math.floor(totalmem() / 1024)}Ki`,
      'ephemeral-storage': '50Gi',
      pods: '110',
    };
    return {
      capacity: resources,
      allocatable: resources,
      addresses: [
        { type: 'InternalIP', address: this.#address },
        { type: 'Hostname', address: this.#config.name },
      ],
      daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
      nodeInfo: {
        architecture: 'amd64',
        operatingSystem: 'linux',
        kubeletVersion: this.#config.kubeletVersion,
        kubeProxyVersion: '',
        containerRuntimeVersion: 'lab-process://1.0.0',
        kernelVersion: '6.1.0',
        osImage: 'Debian GNU/Linux 12 (bookworm)',
        bootID: '',
        machineID: '',
        systemUUID: '',
      },
      conditions: conditions.map(condition => {
        const status = condition.type === 'Ready' ? 'True' : 'False';
        const before = seen.find(({ type }) => type === condition.type);
        return {
          ...condition,
          status,
          lastHeartbeatTime: now,
          lastTransitionTime:
            before?.status === status ? before.lastTransitionTime : now,
        };
      }),
    };
  }
}
