/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ClusterFacts } from 'backstage-plugin-kubernetes-ha-common';

/** What tells one cluster from another behind the same address. @public */
export interface ClusterIdentity {
  /** UID of the namespace kube-system. */
  uid?: string;
  /** etcd cluster id, hex. */
  etcdClusterId?: string;
}

/** A cluster as configuration declares it. @public */
export interface DeclaredCluster {
  facts: Omit<ClusterFacts, 'uid'>;
  /** True when `facts.platform` is only a beginning, until it is recognised. */
  detectPlatform: boolean;
  controlPlaneSeconds: number;
  inventorySeconds: number;
}
