/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { SectionName } from '../snapshot/clusterSnapshot';

/**
 * The steps of connecting a cluster, in their order.
 * - `api`: its Kubernetes API responds to the reader
 * - `rights`: the reader may read what is assessed
 * - `instances`: each API server responds at its own address
 * - `etcd`, `loadBalancer`, `kubelets`: these respond at their own addresses
 * - `zones`: the nodes are labelled with their zones
 * @public
 */
export const connectStepIds = [
  'api',
  'rights',
  'instances',
  'etcd',
  'loadBalancer',
  'kubelets',
  'zones',
] as const;

/** See {@link connectStepIds}. @public */
export type ConnectStepId = (typeof connectStepIds)[number];

/** The step that each section is seen by. A section of a module's source belongs to none. */
const stepOfSections: Readonly<Record<SectionName, ConnectStepId>> = {
  version: 'api',
  nodes: 'rights',
  pods: 'rights',
  deployments: 'rights',
  daemonSets: 'rights',
  statefulSets: 'rights',
  podDisruptionBudgets: 'rights',
  endpointSlices: 'rights',
  validatingWebhooks: 'rights',
  mutatingWebhooks: 'rights',
  apiServices: 'rights',
  kubeadmConfig: 'rights',
  kubeProxyConfig: 'rights',
  clusterInfo: 'rights',
  leases: 'rights',
  nodeLeases: 'rights',
  apiServers: 'instances',
  etcd: 'etcd',
  loadBalancers: 'loadBalancer',
  apiPath: 'loadBalancer',
  kubelets: 'kubelets',
};

/** The step by which a section is seen. @public */
export function connectStepOf(section: SectionName): ConnectStepId {
  return stepOfSections[section];
}
