/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { ha3az } from './ha3az';
import type { Profile } from './profile';

/** Four voters tolerate no more losses than three, and can split two to two. */
export const evenEtcd: Profile = {
  ...ha3az,
  name: 'even-etcd',
  title: 'Lab (four etcd members)',
  description: 'four control-plane machines with four etcd voters',
  tier: 'staging',
  controlPlane: {
    ...ha3az.controlPlane,
    machines: [
      ...ha3az.controlPlane.machines,
      { name: 'cp-d', zone: 'zone-a' },
    ],
  },
};
