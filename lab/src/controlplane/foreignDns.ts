/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type { KubernetesClient } from '../kubernetes/client';
import type { KubernetesObject } from '../kubernetes/objects';

interface Specified extends KubernetesObject {
  spec: unknown;
}

const folder = 'namespaces/kube-system';
const labels = { 'k8s-app': 'kube-dns' };

/** A cluster DNS under the names everybody looks for, on two workers of different zones. */
export async function installForeignDns(
  client: KubernetesClient,
): Promise<void> {
  const deployment: Specified = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'cluster-dns', namespace: 'kube-system', labels },
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [
            { name: 'dns', image: 'registry.k8s.io/coredns/coredns:v1.12.3' },
          ],
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
  const service: Specified = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'kube-dns', namespace: 'kube-system', labels },
    spec: {
      clusterIP: '172.20.0.10',
      selector: labels,
      ports: [
        { name: 'dns', port: 53, protocol: 'UDP' },
        { name: 'dns-tcp', port: 53, protocol: 'TCP' },
      ],
    },
  };
  await client.create(`/apis/apps/v1/${folder}/deployments`, deployment);
  await client.create(`/api/v1/${folder}/services`, service);
}
