/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kwokStagePath, kwokStages } from '../build/binaries';
import { writeService } from '../loadbalancer/configure';
import { Machine } from '../machine/machine';
import { podSubnet, regionLabel } from '../pki/kubeadmConfig';
import type { Profile } from '../profiles/profile';
import { reportedVersion } from '../profiles/reportedVersion';
import {
  KubernetesApiError,
  type KubernetesClient,
} from '../kubernetes/client';
import type { KubernetesNode } from '../kubernetes/objects';
import {
  type LabDescription,
  machinesOfRole,
  type WorkerNode,
} from '../state/description';
import { labFolder } from '../state/paths';

/** Label by which kwok knows its nodes. */
export const kwokLabel = { type: 'kwok' };

/** Folder of a workers machine that its runner watches. */
export function workerServices(machine: Machine): string {
  return join(machine.paths.root, 'services');
}

/** One kwok per zone, so that a zone's heartbeats can stop while the others go on. */
export function startKwok(lab: LabDescription, kubeconfig: string): void {
  const stages = [
    ...kwokStages.map(kwokStagePath),
    join(labFolder, 'kwok/pod-ready-again.yaml'),
  ].map(path => readFileSync(path, 'utf8'));
  for (const description of machinesOfRole(lab, 'workers')) {
    const machine = new Machine(lab, description);
    const config = join(machine.paths.root, 'kwok.yaml');
    writeFileSync(config, stages.join('\n---\n'));
    writeService(workerServices(machine), 'kwok', {
      command: [
        'kwok',
        `--kubeconfig=${kubeconfig}`,
        `--config=${config}`,
        '--manage-all-nodes=false',
        `--manage-nodes-with-label-selector=type=kwok,topology.kubernetes.io/zone=${description.zone}`,
        `--cidr=${podSubnet}`,
        // The kubelet's port is answered by the runner, which knows /configz.
        '--node-port=10250',
        '--server-address=127.0.0.1:10248',
        '--node-lease-duration-seconds=40',
      ],
      stopGraceSeconds: 5,
    });
  }
}

/** Makes the Node objects of all workers, a few at a time. */
export async function createWorkers(
  lab: LabDescription,
  profile: Profile,
  client: KubernetesClient,
): Promise<void> {
  const rest = [...lab.workers];
  const lane = async () => {
    for (let next = rest.shift(); next; next = rest.shift()) {
      await createWorker(lab, profile, client, next);
    }
  };
  await Promise.all(Array.from({ length: 8 }, lane));
}

async function createWorker(
  lab: LabDescription,
  profile: Profile,
  client: KubernetesClient,
  worker: WorkerNode,
): Promise<void> {
  const { maker } = profile;
  const resources = {
    cpu: '8',
    memory: '32Gi',
    'ephemeral-storage': '100Gi',
    pods: '110',
  };
  const node: KubernetesNode = {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: worker.name,
      labels: {
        ...kwokLabel,
        'kubernetes.io/hostname': worker.name,
        'kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        'beta.kubernetes.io/os': 'linux',
        'beta.kubernetes.io/arch': 'amd64',
        'node-role.kubernetes.io/worker': '',
        'topology.kubernetes.io/region': regionLabel,
        'topology.kubernetes.io/zone': worker.zone,
        ...profile.workerLabels,
      },
    },
    ...(maker?.providerId && {
      spec: { providerID: maker.providerId(worker) },
    }),
    status: {
      capacity: resources,
      allocatable: resources,
      addresses: [
        { type: 'InternalIP', address: worker.address },
        { type: 'Hostname', address: worker.name },
      ],
      daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
      nodeInfo: {
        architecture: 'amd64',
        operatingSystem: 'linux',
        kubeletVersion: reportedVersion(lab, profile),
        kubeProxyVersion: '',
        containerRuntimeVersion: 'kwok://0.8.0',
        kernelVersion: '6.1.0',
        osImage: 'Debian GNU/Linux 12 (bookworm)',
        bootID: '',
        machineID: '',
        systemUUID: '',
      },
    },
  };
  try {
    await client.create('/api/v1/nodes', node);
  } catch (error) {
    if (!(error instanceof KubernetesApiError) || error.status !== 409) {
      throw error;
    }
  }
}
