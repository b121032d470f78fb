/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { ha3az } from './ha3az';
import type { Profile } from './profile';

/** Nothing here was made by kubeadm: proves that no reader depends on its names, ports, flags or files. */
export const foreign: Profile = {
  ...ha3az,
  name: 'foreign',
  title: 'Lab (not made by kubeadm)',
  description:
    'services instead of static pods, other names, port 7443, flags in other spelling, one etcd certificate for all',
  controlPlane: {
    machines: [
      { name: 'ctl-alpha', zone: 'north' },
      { name: 'ctl-beta', zone: 'east' },
      { name: 'ctl-gamma', zone: 'south' },
    ],
    apiPort: 7443,
    flavour: 'foreign',
    asNodes: true,
  },
  defaultLayout: 'all-endpoints',
  loadBalancers: {
    machines: [
      { name: 'edge-1', zone: 'north' },
      { name: 'edge-2', zone: 'east' },
    ],
    virtualIp: true,
    healthCheck: 'l7',
  },
  workerZones: ['north', 'east', 'south'],
};
