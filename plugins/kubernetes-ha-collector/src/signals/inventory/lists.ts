/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { SectionValues } from 'backstage-plugin-kubernetes-ha-common';
import { projectApiService } from './projections/apiService';
import { projectEndpointSlice } from './projections/endpointSlice';
import { projectNode } from './projections/node';
import { projectPod } from './projections/pod';
import { projectPodDisruptionBudget } from './projections/podDisruptionBudget';
import { projectWebhooks } from './projections/webhook';
import { projectDaemonSet, projectReplicated } from './projections/workload';
import type { WireReader } from '../../protobuf/wireReader';
import {
  pickMutatingWebhookConfiguration,
  pickValidatingWebhookConfiguration,
  readMutatingWebhookConfiguration,
  readValidatingWebhookConfiguration,
} from './generated/admissionregistrationV1';
import { pickAPIService, readAPIService } from './generated/apiregistrationV1';
import {
  pickDaemonSet,
  pickDeployment,
  pickStatefulSet,
  readDaemonSet,
  readDeployment,
  readStatefulSet,
} from './generated/appsV1';
import { pickNode, pickPod, readNode, readPod } from './generated/coreV1';
import { pickEndpointSlice, readEndpointSlice } from './generated/discoveryV1';
import {
  pickPodDisruptionBudget,
  readPodDisruptionBudget,
} from './generated/policyV1';

/** Sections that are lists of one kind of object. @public */
export type ListSection =
  | 'nodes'
  | 'pods'
  | 'deployments'
  | 'daemonSets'
  | 'statefulSets'
  | 'podDisruptionBudgets'
  | 'endpointSlices'
  | 'validatingWebhooks'
  | 'mutatingWebhooks'
  | 'apiServices';

/** An entry of a section. @public */
export type Row<S extends ListSection> = SectionValues[S][number];

/** One kind of object: where it is listed and how an object of it becomes rows. @public */
export interface InventoryList<S extends ListSection = ListSection> {
  section: S;
  /** Group and version as discovery names them; `v1` for the core. */
  groupVersion: string;
  path: string;
  /** Kind of the list, checked in every page. */
  kind: string;
  /** A cluster may well not serve this API (an old version, no aggregator): then the section is absent. */
  optional: boolean;
  /** Keys with text that repeats from row to row: it is sent and kept once. */
  repeated: readonly string[];
  fromProtobuf(reader: WireReader, end: number): Row<S>[];
  fromJson(value: unknown): Row<S>[];
}

/** Keys with text and nothing else. */
type TextKey<T> = {
  [K in keyof T]-?: T[K] extends string | undefined ? K : never;
}[keyof T] &
  string;

interface ListOptions<S extends ListSection, T> {
  groupVersion: string;
  resource: string;
  kind: string;
  optional?: boolean;
  repeated?: readonly TextKey<Row<S>>[];
  read(reader: WireReader, end: number): T;
  pick(value: unknown): T;
  /** The only one: both forms go through it. */
  project(object: T): Row<S>[];
}

function list<S extends ListSection, T>(
  section: S,
  options: ListOptions<S, T>,
): InventoryList<S> {
  const { groupVersion, resource, read, pick, project } = options;
  const root = groupVersion.includes('/') ? 'apis' : 'api';
  return {
    section,
    groupVersion,
    path: `/${root}/${groupVersion}/${resource}`,
    kind: options.kind,
    optional: options.optional ?? false,
    repeated: options.repeated ?? [],
    fromProtobuf: (reader, end) => project(read(reader, end)),
    fromJson: value => project(pick(value)),
  };
}

/** All lists of the inventory, by section. Another kind of object is one more entry. */
export const inventoryLists: { [S in ListSection]: InventoryList<S> } = {
  nodes: list('nodes', {
    groupVersion: 'v1',
    resource: 'nodes',
    kind: 'NodeList',
    read: readNode,
    pick: pickNode,
    project: node => [projectNode(node)],
  }),
  pods: list('pods', {
    groupVersion: 'v1',
    resource: 'pods',
    kind: 'PodList',
    repeated: [
      'namespace',
      'nodeName',
      'phase',
      'ownerKind',
      'ownerName',
      'priorityClass',
      'app',
    ],
    read: readPod,
    pick: pickPod,
    project: pod => [projectPod(pod)],
  }),
  deployments: list('deployments', {
    groupVersion: 'apps/v1',
    resource: 'deployments',
    kind: 'DeploymentList',
    read: readDeployment,
    pick: pickDeployment,
    project: deployment => [projectReplicated(deployment)],
  }),
  daemonSets: list('daemonSets', {
    groupVersion: 'apps/v1',
    resource: 'daemonsets',
    kind: 'DaemonSetList',
    read: readDaemonSet,
    pick: pickDaemonSet,
    project: daemonSet => [projectDaemonSet(daemonSet)],
  }),
  statefulSets: list('statefulSets', {
    groupVersion: 'apps/v1',
    resource: 'statefulsets',
    kind: 'StatefulSetList',
    read: readStatefulSet,
    pick: pickStatefulSet,
    project: statefulSet => [projectReplicated(statefulSet)],
  }),
  podDisruptionBudgets: list('podDisruptionBudgets', {
    groupVersion: 'policy/v1',
    resource: 'poddisruptionbudgets',
    kind: 'PodDisruptionBudgetList',
    optional: true,
    read: readPodDisruptionBudget,
    pick: pickPodDisruptionBudget,
    project: budget => [projectPodDisruptionBudget(budget)],
  }),
  endpointSlices: list('endpointSlices', {
    groupVersion: 'discovery.k8s.io/v1',
    resource: 'endpointslices',
    kind: 'EndpointSliceList',
    optional: true,
    read: readEndpointSlice,
    pick: pickEndpointSlice,
    project: slice => [projectEndpointSlice(slice)],
  }),
  validatingWebhooks: list('validatingWebhooks', {
    groupVersion: 'admissionregistration.k8s.io/v1',
    resource: 'validatingwebhookconfigurations',
    kind: 'ValidatingWebhookConfigurationList',
    optional: true,
    read: readValidatingWebhookConfiguration,
    pick: pickValidatingWebhookConfiguration,
    project: projectWebhooks,
  }),
  mutatingWebhooks: list('mutatingWebhooks', {
    groupVersion: 'admissionregistration.k8s.io/v1',
    resource: 'mutatingwebhookconfigurations',
    kind: 'MutatingWebhookConfigurationList',
    optional: true,
    read: readMutatingWebhookConfiguration,
    pick: pickMutatingWebhookConfiguration,
    project: projectWebhooks,
  }),
  apiServices: list('apiServices', {
    groupVersion: 'apiregistration.k8s.io/v1',
    resource: 'apiservices',
    kind: 'APIServiceList',
    optional: true,
    read: readAPIService,
    pick: pickAPIService,
    project: service => [projectApiService(service)],
  }),
};
