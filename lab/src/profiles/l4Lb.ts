/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { ha3az } from './ha3az';
import type { Profile } from './profile';

/** One HAProxy with TCP checks only: it sees an open port, not an API server that works. */
export const l4Lb: Profile = {
  ...ha3az,
  name: 'l4-lb',
  title: 'Lab (one load balancer, port checks)',
  description:
    'three control-plane machines behind a single HAProxy with TCP checks (inter 2000 rise 2 fall 3)',
  loadBalancers: {
    machines: [{ name: 'lb-a', zone: 'zone-a' }],
    virtualIp: false,
    healthCheck: 'l4',
  },
};
