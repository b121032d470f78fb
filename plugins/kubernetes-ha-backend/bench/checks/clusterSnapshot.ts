/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterSnapshot,
  LeaseInfo,
  NodeInfo,
  SectionName,
  sectionNames,
  Sections,
  SectionValues,
  Signal,
  SNAPSHOT_SCHEMA_VERSION,
} from 'backstage-plugin-kubernetes-ha-common';
import { inventoryLists } from 'backstage-plugin-kubernetes-ha-collector/src/signals/inventory/lists';
import type { ClusterSize } from '../inventory/pages';
import { syntheticNode } from '../inventory/syntheticNode';
import { syntheticPod } from '../inventory/syntheticPod';

const takenAt = '2026-11-20T10:00:10.000Z';
const heartbeat = '2026-11-20T10:00:02.000Z';
/** Nodes that run the control plane. */
const CONTROL_PLANE = 3;
const components = [
  'etcd',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
];

/** The snapshot of a cluster as the inventory and the leases source leave it; the other sections were not collected. */
export function clusterSnapshot({ pods, nodes }: ClusterSize): ClusterSnapshot {
  const nodeRows = Array.from({ length: nodes }, (_, index) => nodeAt(index));
  const given: Partial<SectionValues> = {
    version: { gitVersion: 'v1.37.2' },
    nodes: nodeRows,
    pods: [
      ...nodeRows.slice(0, CONTROL_PLANE).flatMap(staticPods),
      ...Array.from({ length: pods }, (_, index) =>
        inventoryLists.pods.fromJson(syntheticPod(index, nodes)),
      ).flat(),
    ],
    deployments: [],
    daemonSets: [],
    statefulSets: [],
    podDisruptionBudgets: [],
    endpointSlices: [],
    validatingWebhooks: [],
    mutatingWebhooks: [],
    apiServices: [],
    leases: {
      serverTime: takenAt,
      leases: components
        .slice(2)
        .map(component => lease('kube-system', component)),
    },
    nodeLeases: {
      serverTime: takenAt,
      leases: nodeRows.map(node => lease('kube-node-lease', node.name)),
    },
  };
  const sections = Object.fromEntries(
    sectionNames.map(name => [name, signalOf(name, given)]),
  ) as Sections;
  return {
    schemaVersion: SNAPSHOT_SCHEMA_VERSION,
    cluster: {
      name: 'bench',
      tier: 'production',
      platform: 'self-managed',
      connection: 'kubeconfig',
    },
    takenAt,
    sections,
  };
}

function nodeAt(index: number): NodeInfo {
  const [node] = inventoryLists.nodes.fromJson(syntheticNode(index));
  return { ...node, controlPlane: index < CONTROL_PLANE };
}

function staticPods({ name }: NodeInfo): SectionValues['pods'] {
  return components.map(component => ({
    namespace: 'kube-system',
    name: `${component}-${name}`,
    nodeName: name,
    phase: 'Running',
    ready: true,
    ownerKind: 'Node',
    ownerName: name,
    priority: 2_000_001_000,
    priorityClass: 'system-node-critical',
    cpuMillis: 200,
    memoryBytes: 100 * 2 ** 20,
    restartCount: 0,
    mirror: true,
    hostNetwork: true,
    controlPlane: { component, command: [component] },
  }));
}

function lease(namespace: string, name: string): LeaseInfo {
  return {
    namespace,
    name,
    holder: name,
    durationSeconds: 40,
    renewTime: heartbeat,
    transitions: 1,
    labels: {},
  };
}

function signalOf(
  name: SectionName,
  given: Partial<SectionValues>,
): Signal<unknown> {
  const provenance = { source: 'bench', via: 'bench', observedAt: heartbeat };
  const value = given[name];
  return value === undefined
    ? {
        state: 'unknown',
        reason: 'not-collected',
        detail: 'not part of this benchmark',
        ...provenance,
      }
    : { state: 'observed', value, intervalSeconds: 120, ...provenance };
}
