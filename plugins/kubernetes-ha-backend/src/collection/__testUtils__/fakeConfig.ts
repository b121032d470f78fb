/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ClusterConfig } from 'backstage-plugin-kubernetes-ha-collector';

/** A cluster as it is configured, whose connection is a stand-in. */
export const fakeConfig: ClusterConfig = {
  name: 'one',
  tier: 'production',
  platform: 'self-managed',
  connection: { type: 'custom', name: 'fake', settings: {} },
  apiServer: { instances: [] },
  intervals: { controlPlaneSeconds: 30, inventorySeconds: 120 },
};
