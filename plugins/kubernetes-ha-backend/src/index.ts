/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/**
 * The backend of Kubernetes HA for Backstage.
 *
 * @packageDocumentation
 */
export { kubernetesHaPlugin as default } from './plugin';
export {
  createKubernetesHaClusterConditionalDecision,
  kubernetesHaClusterConditions,
  kubernetesHaClusterResourceRef,
  kubernetesHaClusterRules,
  type PermittedCluster,
} from './permissions/rules';
export type { ClusterFilter } from './permissions/clusterFilter';
