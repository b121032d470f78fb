/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { ha3az } from './ha3az';
import type { Profile } from './profile';

/**
 * What a tenant of a managed service sees: an endpoint and worker nodes. The
 * control plane runs, but is neither Node nor pod, and etcd is out of reach.
 */
export const managedView: Profile = {
  ...ha3az,
  name: 'managed-view',
  title: 'Lab (managed control plane)',
  description:
    'a control plane seen from outside only: no control-plane nodes or pods, no etcd, no load-balancer statistics',
  controlPlane: { ...ha3az.controlPlane, asNodes: false },
  // Newer EKS versions no longer say so in the version: labels and provider ids do.
  workerLabels: { 'eks.amazonaws.com/nodegroup': 'workers' },
  maker: { providerId: ({ name, zone }) => `aws:///${zone}/i-${name}` },
  visibility: 'endpoint-only',
};
