/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { ha3az } from './ha3az';
import type { Profile } from './profile';

/** Three voters in two zones: the loss of the first zone takes the quorum with it. */
export const twoZones: Profile = {
  ...ha3az,
  name: 'two-zones',
  title: 'Lab (two zones)',
  description:
    'three control-plane machines and all workers in two zones only; losing zone-a loses the quorum',
  controlPlane: {
    ...ha3az.controlPlane,
    machines: [
      { name: 'cp-a', zone: 'zone-a' },
      { name: 'cp-b', zone: 'zone-a' },
      { name: 'cp-c', zone: 'zone-b' },
    ],
  },
  workerZones: ['zone-a', 'zone-b'],
};
