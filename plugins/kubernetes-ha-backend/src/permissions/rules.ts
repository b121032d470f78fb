/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  ClusterFacts,
  RESOURCE_TYPE_KUBERNETES_HA_CLUSTER,
  tiers,
} from 'backstage-plugin-kubernetes-ha-common';
import { z } from 'zod/v4';
import type { ClusterFilter } from './clusterFilter';

/** A cluster as a permission rule sees it. @public */
export type PermittedCluster = Pick<ClusterFacts, 'name' | 'tier' | 'owner'>;

/** The resource that permissions of this plugin are about. @public */
export const kubernetesHaClusterResourceRef = createPermissionResourceRef<
  PermittedCluster,
  ClusterFilter
>().with({
  pluginId: 'kubernetes-ha',
  resourceType: RESOURCE_TYPE_KUBERNETES_HA_CLUSTER,
});

/** Allows the clusters with these names. */
const isCluster = createPermissionRule({
  name: 'IS_CLUSTER',
  description: 'Allow the clusters with one of these names',
  resourceRef: kubernetesHaClusterResourceRef,
  paramsSchema: z.object({
    names: z.array(z.string()).describe('Names of clusters in configuration'),
  }),
  apply: (cluster, { names }) => names.includes(cluster.name),
  toQuery: ({ names }) => ({ column: 'name' as const, values: names }),
});

/** Allows the clusters of these tiers. */
const hasTier = createPermissionRule({
  name: 'HAS_TIER',
  description: 'Allow the clusters of one of these tiers',
  resourceRef: kubernetesHaClusterResourceRef,
  paramsSchema: z.object({
    tiers: z
      .array(z.enum(tiers))
      .describe('Tiers of clusters in configuration'),
  }),
  apply: (cluster, params) => params.tiers.includes(cluster.tier),
  toQuery: params => ({ column: 'tier' as const, values: params.tiers }),
});

/** Allows the clusters that one of these entities owns. */
const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow the clusters that one of these entities owns',
  resourceRef: kubernetesHaClusterResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity refs, usually the ownership claims of the user'),
  }),
  apply: (cluster, { claims }) =>
    cluster.owner !== undefined &&
    claims.map(lower).includes(cluster.owner.toLowerCase()),
  toQuery: ({ claims }) => ({
    column: 'owner' as const,
    values: claims.map(lower),
  }),
});

function lower(text: string): string {
  return text.toLowerCase();
}

/** The rules for conditional decisions about clusters. @public */
export const kubernetesHaClusterRules = { isCluster, hasTier, isOwner };

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: kubernetesHaClusterResourceRef,
  rules: kubernetesHaClusterRules,
});

/** Conditions for a permission policy: `isCluster`, `hasTier`, `isOwner`. @public */
export const kubernetesHaClusterConditions = conditions;

/** Makes a conditional decision about `kubernetes-ha.cluster.read` for a permission policy. @public */
export const createKubernetesHaClusterConditionalDecision =
  createConditionalDecision;
