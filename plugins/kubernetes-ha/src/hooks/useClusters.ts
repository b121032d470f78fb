/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ClusterQuery } from 'backstage-plugin-kubernetes-ha-common';
import { usePolled } from './usePolled';

/**
 * How often the fleet is requested, in seconds (proposal): the shortest
 * interval at which a control plane is collected in the default configuration.
 */
export const FLEET_POLL_SECONDS = 10;

/** A page of the fleet, kept up to date. A page is turned without a blank in between. @internal */
export function useClusters(query: ClusterQuery) {
  return usePolled({
    key: ['clusters', query],
    request: (api, options) => api.listClusters(query, options),
    intervalSeconds: FLEET_POLL_SECONDS,
    keepsPrevious: true,
  });
}
