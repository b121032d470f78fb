/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { ha3az } from './ha3az';
import type { Profile } from './profile';

/** One machine, no load balancer: clients talk to the API server itself. */
export const singleControlPlane: Profile = {
  ...ha3az,
  name: 'single-control-plane',
  title: 'Lab (one control plane)',
  description:
    'one control-plane machine without a load balancer, one etcd member',
  tier: 'development',
  controlPlane: {
    ...ha3az.controlPlane,
    machines: [{ name: 'cp-a', zone: 'zone-a' }],
  },
  loadBalancers: { machines: [], virtualIp: false, healthCheck: 'l4' },
};
