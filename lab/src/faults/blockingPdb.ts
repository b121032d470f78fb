/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { KubernetesApiError } from '../kubernetes/client';
import type { KubernetesObject } from '../kubernetes/objects';
import { waitFor } from '../host/waitFor';
import type { Fault } from './fault';

const name = 'lab-fault-pdb';
const replicas = 3;

interface Workload extends KubernetesObject {
  spec: unknown;
  status?: { readyReplicas?: number; disruptionsAllowed?: number };
}

export const blockingPdb: Fault = {
  name: 'blocking-pdb',
  description:
    'run a workload whose PodDisruptionBudget allows no disruption: every drain of its nodes hangs',
  parameters: [],

  async inject({ client }) {
    const labels = { app: name };
    const create = async (path: string, body: KubernetesObject) => {
      try {
        await client.create(path, body);
      } catch (error) {
        if (!(error instanceof KubernetesApiError) || error.status !== 409) {
          throw error;
        }
      }
    };
    await create('/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });
    const deployment: Workload = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, namespace: name },
      spec: {
        replicas,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            containers: [{ name: 'app', image: 'registry.k8s.io/pause:3.10' }],
            topologySpreadConstraints: [
              {
                maxSkew: 1,
                topologyKey: 'topology.kubernetes.io/zone',
                whenUnsatisfiable: 'ScheduleAnyway',
                labelSelector: { matchLabels: labels },
              },
            ],
          },
        },
      },
    };
    const budget: Workload = {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name, namespace: name },
      spec: { maxUnavailable: 0, selector: { matchLabels: labels } },
    };
    await create(`/apis/apps/v1/namespaces/${name}/deployments`, deployment);
    await create(
      `/apis/policy/v1/namespaces/${name}/poddisruptionbudgets`,
      budget,
    );
    await waitFor(
      async () => {
        const { status } = await client.get<Workload>(
          `/apis/apps/v1/namespaces/${name}/deployments/${name}`,
        );
        const ready = status?.readyReplicas ?? 0;
        return ready === replicas
          ? { value: true }
          : { missing: `${ready} of ${replicas} pods are ready` };
      },
      { what: 'the workload with the budget to run', timeoutMs: 60_000 },
    );
  },

  async heal({ client }) {
    await client.delete(`/api/v1/namespaces/${name}`);
    await waitFor(
      async () => {
        const { status } = await client.request(
          'GET',
          `/api/v1/namespaces/${name}`,
        );
        return status === 404
          ? { value: true }
          : { missing: `namespace ${name} is still there` };
      },
      { what: `namespace ${name} to be deleted`, timeoutMs: 60_000 },
    );
  },
};
