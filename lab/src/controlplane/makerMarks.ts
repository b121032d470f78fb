/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { stringify } from 'yaml';
import {
  KubernetesApiError,
  type KubernetesClient,
} from '../kubernetes/client';
import type { Maker } from '../profiles/maker';
import {
  type LabDescription,
  machinesOfRole,
  nodeNameOf,
} from '../state/description';

/** kubeadm patches (RFC 6902) that give static pods a maker's namespaces and labels, by component. */
export function staticPodPatches(
  maker: Maker | undefined,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(maker?.staticPods ?? {}).map(
      ([component, { namespace, labels }]) => [
        component,
        stringify([
          { op: 'replace', path: '/metadata/namespace', value: namespace },
          { op: 'replace', path: '/metadata/labels', value: labels },
        ]),
      ],
    ),
  );
}

/** Makes a maker's namespaces, in which mirror pods then appear, and labels the control-plane Nodes. */
export async function applyMakerMarks(
  lab: LabDescription,
  maker: Maker | undefined,
  client: KubernetesClient,
): Promise<void> {
  const namespaces = Object.values(maker?.staticPods ?? {}).map(
    ({ namespace }) => namespace,
  );
  for (const name of new Set(namespaces)) {
    await createNamespace(client, name);
  }
  const { controlPlaneLabels } = maker ?? {};
  if (!controlPlaneLabels) return;
  // A kubelet may not give itself a role: an administrator does.
  for (const machine of machinesOfRole(lab, 'control-plane')) {
    await client.patch(`/api/v1/nodes/${nodeNameOf(machine)}`, 'merge', {
      metadata: { labels: controlPlaneLabels },
    });
  }
}

async function createNamespace(
  client: KubernetesClient,
  name: string,
): Promise<void> {
  try {
    await client.create('/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });
  } catch (error) {
    if (!(error instanceof KubernetesApiError) || error.status !== 409) {
      throw error;
    }
  }
}
