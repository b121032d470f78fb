/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ClusterFacts } from 'backstage-plugin-kubernetes-ha-common';

/** Where the provider runs the control plane and shows neither etcd nor the load balancer. */
export const managedPlatforms: readonly ClusterFacts['platform'][] = [
  'eks',
  'gke',
  'aks',
  'managed',
];
