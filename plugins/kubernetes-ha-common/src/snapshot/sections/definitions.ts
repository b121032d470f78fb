/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { z } from 'zod/v4';
import {
  decodePodColumnsSteps,
  encodePodColumnsSteps,
  PodColumns,
} from '../podColumns';
import { apiServerSchema } from './apiServers';
import { etcdSchema } from './etcd';
import {
  apiServiceSchema,
  clusterInfoSchema,
  endpointSliceSchema,
  kubeadmConfigSchema,
  kubeProxyConfigSchema,
  nodeSchema,
  podDisruptionBudgetSchema,
  podSchema,
  versionSchema,
  webhookSchema,
  workloadSchema,
} from './inventory';
import { kubeletSchema } from './kubelets';
import { leasesSchema } from './leases';
import { apiPathSchema, loadBalancersSchema } from './loadBalancers';
import { section } from './section';

/**
 * All sections of a snapshot by name: one entry for each thing that can be
 * seen, forbidden or missing on its own. Whatever is to be known of a section
 * (schema, freshness, packing, what counts as an answer) follows from its entry.
 * @public
 */
export const sectionDefinitions = {
  /** `/version` through the connection's own endpoint. */
  version: section(versionSchema),
  nodes: section(z.array(nodeSchema)),
  pods: section(z.array(podSchema), {
    // By columns, which takes a twentieth of their JSON.
    storage: {
      pack: encodePodColumnsSteps,
      unpack: stored => decodePodColumnsSteps(stored as PodColumns),
    },
  }),
  deployments: section(z.array(workloadSchema)),
  daemonSets: section(z.array(workloadSchema)),
  statefulSets: section(z.array(workloadSchema)),
  podDisruptionBudgets: section(z.array(podDisruptionBudgetSchema)),
  endpointSlices: section(z.array(endpointSliceSchema)),
  validatingWebhooks: section(z.array(webhookSchema)),
  mutatingWebhooks: section(z.array(webhookSchema)),
  apiServices: section(z.array(apiServiceSchema)),
  kubeadmConfig: section(kubeadmConfigSchema),
  kubeProxyConfig: section(kubeProxyConfigSchema),
  clusterInfo: section(clusterInfoSchema),
  /** Every API server instance by its own address. */
  apiServers: section(z.array(apiServerSchema), {
    isAnswer: instances => instances.some(i => i.readyz.status !== undefined),
  }),
  /** Leases of `kube-system`: leader election and API server identity. */
  leases: section(leasesSchema),
  /** Leases of `kube-node-lease`: kubelet heartbeats. */
  nodeLeases: section(leasesSchema),
  etcd: section(etcdSchema, {
    // A member list is an answer, however its members do.
    isAnswer: () => true,
  }),
  loadBalancers: section(loadBalancersSchema, {
    isAnswer: ({ instances, kubeVip }) =>
      kubeVip !== undefined ||
      instances.some(i => i.stats.state === 'observed'),
  }),
  /** The load-balanced path to the API. */
  apiPath: section(apiPathSchema, {
    isAnswer: ({ attempts }) => attempts.some(a => a.status !== undefined),
  }),
  kubelets: section(z.array(kubeletSchema), {
    isAnswer: kubelets => kubelets.some(k => k.config.state === 'observed'),
  }),
} as const;
