/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { ClusterQuery } from 'backstage-plugin-kubernetes-ha-common';
import { kubernetesHaApiRef } from '../api/kubernetesHaApiRef';
import { usePolled } from './usePolled';

/**
 * How often the fleet is asked for, in seconds (proposal): the shortest
 * interval at which a control plane is collected in the default configuration.
 */
export const FLEET_POLL_SECONDS = 10;

/** A page of the fleet, kept up to date. The query is compared by content. @internal */
export function useClusters(query: ClusterQuery, intervalSeconds?: number) {
  const api = useApi(kubernetesHaApiRef);
  const key = JSON.stringify(query);
  const load = useCallback(() => api.listClusters(JSON.parse(key)), [api, key]);
  return usePolled(load, intervalSeconds);
}
