/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { z } from 'zod/v4';
import { platforms, tiers } from './clusterKinds';
import { Signal, signalSchema } from './signal';
import { apiServerSchema } from './sections/apiServers';
import { etcdSchema } from './sections/etcd';
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
} from './sections/inventory';
import { kubeletSchema } from './sections/kubelets';
import { leasesSchema } from './sections/leases';
import { apiPathSchema, loadBalancersSchema } from './sections/loadBalancers';

/**
 * The schemas of all sections, by name: one entry for each thing that can be
 * seen, forbidden or missing on its own.
 * @public
 */
export const sectionSchemas = {
  /** `/version` through the connection's own endpoint. */
  version: versionSchema,
  nodes: z.array(nodeSchema),
  pods: z.array(podSchema),
  deployments: z.array(workloadSchema),
  daemonSets: z.array(workloadSchema),
  statefulSets: z.array(workloadSchema),
  podDisruptionBudgets: z.array(podDisruptionBudgetSchema),
  endpointSlices: z.array(endpointSliceSchema),
  validatingWebhooks: z.array(webhookSchema),
  mutatingWebhooks: z.array(webhookSchema),
  apiServices: z.array(apiServiceSchema),
  kubeadmConfig: kubeadmConfigSchema,
  kubeProxyConfig: kubeProxyConfigSchema,
  clusterInfo: clusterInfoSchema,
  /** Every API server instance by its own address. */
  apiServers: z.array(apiServerSchema),
  /** Leases of `kube-system`: leader election and API server identity. */
  leases: leasesSchema,
  /** Leases of `kube-node-lease`: kubelet heartbeats. */
  nodeLeases: leasesSchema,
  etcd: etcdSchema,
  loadBalancers: loadBalancersSchema,
  /** The load-balanced path to the API. */
  apiPath: apiPathSchema,
  kubelets: z.array(kubeletSchema),
} as const;

/** Name of a section of the snapshot. @public */
export type SectionName = keyof typeof sectionSchemas;

/** The value of each section. @public */
export type SectionValues = {
  [K in SectionName]: z.infer<(typeof sectionSchemas)[K]>;
};

/** The sections of a snapshot: one signal each. @public */
export type Sections = { [K in SectionName]: Signal<SectionValues[K]> };

/** Some sections of a cluster, by name. @public */
export type SomeSections = Partial<Sections>;

/** All section names, in the order of the snapshot. @public */
export const sectionNames = Object.keys(sectionSchemas) as SectionName[];

/** What a cluster is declared to be; the checks' thresholds follow from it. @public */
export const clusterFactsSchema = z.object({
  /** Name in configuration; unique in this portal. */
  name: z.string().min(1),
  title: z.string().optional(),
  tier: z.enum(tiers),
  /** Catalog entity ref of the owner, if declared. */
  owner: z.string().optional(),
  platform: z.enum(platforms),
  /** What in the cluster names a maker, also where it is not whose control plane it is. */
  platformMarks: z
    .array(z.object({ platform: z.enum(platforms), mark: z.string() }))
    .optional(),
  /** UID of the namespace kube-system; missing until first seen. */
  uid: z.string().optional(),
  /** Kind of connection it was observed through. */
  connection: z.enum([
    'kubeconfig',
    'serviceAccount',
    'kubernetesPlugin',
    'recorded',
  ]),
  /** For a recording: when the data was really seen. ISO 8601 UTC. */
  recordedAt: z.iso.datetime().optional(),
});
/** See {@link clusterFactsSchema}. @public */
export type ClusterFacts = z.infer<typeof clusterFactsSchema>;

/** Version of the snapshot format that this code writes. @public */
export const SNAPSHOT_SCHEMA_VERSION = 1;

/**
 * Everything that was seen of one cluster at one time: immutable, plain JSON.
 * Left of it is I/O without judgement, right of it pure functions.
 * @public
 */
export interface ClusterSnapshot {
  schemaVersion: typeof SNAPSHOT_SCHEMA_VERSION;
  cluster: ClusterFacts;
  /** The time at which it is judged, ISO 8601 UTC. Ages are measured from here. */
  takenAt: string;
  sections: Sections;
}

/** Schema of {@link ClusterSnapshot}, for files and the network. @public */
export const clusterSnapshotSchema: z.ZodType<ClusterSnapshot> = z.object({
  schemaVersion: z.literal(SNAPSHOT_SCHEMA_VERSION),
  cluster: clusterFactsSchema,
  takenAt: z.iso.datetime(),
  // One schema by the name of each section, which fromEntries forgets.
  sections: z.object(
    Object.fromEntries(
      sectionNames.map(name => [name, signalSchema(sectionSchemas[name])]),
    ),
  ) as unknown as z.ZodType<Sections>,
});
