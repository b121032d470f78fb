/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { ClusterSummary } from 'backstage-plugin-kubernetes-ha-common';
import { kubernetesHaApiRef } from '../api/kubernetesHaApiRef';
import { usePolled } from './usePolled';

/** The summary of a cluster, kept up to date. @internal */
export function useCluster(name: string, intervalSeconds: number) {
  const api = useApi(kubernetesHaApiRef);
  const load = useCallback(() => api.getCluster(name), [api, name]);
  return usePolled(load, intervalSeconds);
}

/**
 * Tells one judgement of a cluster from the next. What else is shown of the
 * cluster is asked for again when this changes, so that it belongs together.
 * @internal
 */
export function versionOf(cluster: ClusterSummary): string {
  const { observation, score, grade, provisional, limitedBy, openFindings } =
    cluster;
  return JSON.stringify([
    observation.observedAt,
    score,
    grade,
    provisional,
    limitedBy?.checkId,
    openFindings,
  ]);
}
