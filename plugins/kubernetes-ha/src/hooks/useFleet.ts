/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { kubernetesHaApiRef } from '../api/kubernetesHaApiRef';
import { FLEET_POLL_SECONDS } from './useClusters';
import { usePolled } from './usePolled';

/** Totals of the fleet, kept up to date. @internal */
export function useFleet() {
  const api = useApi(kubernetesHaApiRef);
  const load = useCallback(() => api.getFleet(), [api]);
  return usePolled(load, FLEET_POLL_SECONDS);
}
