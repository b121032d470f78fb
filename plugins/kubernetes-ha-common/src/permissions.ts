/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of a cluster in permission decisions. @public */
export const RESOURCE_TYPE_KUBERNETES_HA_CLUSTER = 'kubernetes-ha-cluster';

/** Read everything about a cluster: scorecard, findings, signals, history. @public */
export const kubernetesHaClusterReadPermission = createPermission({
  name: 'kubernetes-ha.cluster.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_KUBERNETES_HA_CLUSTER,
});

/** Every permission of the plugin. @public */
export const kubernetesHaPermissions = [kubernetesHaClusterReadPermission];
