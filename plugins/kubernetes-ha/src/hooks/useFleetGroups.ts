/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  FleetFilter,
  FleetGrouping,
  PageQuery,
} from 'backstage-plugin-kubernetes-ha-common';
import { FLEET_POLL_SECONDS } from './useClusters';
import { usePolled } from './usePolled';

/** A page of groups of the fleet, kept up to date. @internal */
export function useFleetGroups(
  by: FleetGrouping,
  query: FleetFilter & PageQuery,
) {
  return usePolled({
    key: ['fleet-groups', by, query],
    request: (api, options) => api.listFleetGroups(by, query, options),
    intervalSeconds: FLEET_POLL_SECONDS,
    keepsPrevious: true,
  });
}
