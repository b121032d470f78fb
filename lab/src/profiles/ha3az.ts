/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type { Profile } from './profile';

/** The reference: one control-plane machine in each of three zones, behind a pair of load balancers. */
export const ha3az: Profile = {
  name: 'ha-3az',
  title: 'Lab (three zones)',
  description:
    'the reference: three control-plane machines in three zones, two HAProxy with keepalived, /readyz checks',
  tier: 'production',
  controlPlane: {
    machines: [
      { name: 'cp-a', zone: 'zone-a' },
      { name: 'cp-b', zone: 'zone-b' },
      { name: 'cp-c', zone: 'zone-c' },
    ],
    apiPort: 6443,
    flavour: 'kubeadm',
    asNodes: true,
  },
  defaultLayout: 'stacked',
  loadBalancers: {
    machines: [
      { name: 'lb-a', zone: 'zone-a' },
      { name: 'lb-b', zone: 'zone-b' },
    ],
    virtualIp: true,
    healthCheck: 'l7',
  },
  workerZones: ['zone-a', 'zone-b', 'zone-c'],
  visibility: 'everything',
};
