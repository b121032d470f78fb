/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { FLEET_POLL_SECONDS } from './useClusters';
import { usePolled } from './usePolled';

/** Totals of the fleet, kept up to date. @internal */
export function useFleet() {
  return usePolled({
    key: ['fleet'],
    request: (api, options) => api.getFleet(options),
    intervalSeconds: FLEET_POLL_SECONDS,
  });
}
