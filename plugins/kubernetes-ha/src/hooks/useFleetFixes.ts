/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  FleetFilter,
  PageQuery,
} from 'backstage-plugin-kubernetes-ha-common';
import { FLEET_POLL_SECONDS } from './useClusters';
import { usePolled } from './usePolled';

/** A page of the fix list over the fleet, kept up to date. @internal */
export function useFleetFixes(query: FleetFilter & PageQuery) {
  return usePolled({
    key: ['fleet-fixes', query],
    request: (api, options) => api.listFleetFixes(query, options),
    intervalSeconds: FLEET_POLL_SECONDS,
    keepsPrevious: true,
  });
}
