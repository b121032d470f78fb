/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ClusterSummary } from 'backstage-plugin-kubernetes-ha-common';
import { usePolled } from './usePolled';

/** The summary of a cluster, kept up to date. @internal */
export function useCluster(name: string, intervalSeconds: number) {
  return usePolled({
    key: ['cluster', name],
    request: (api, options) => api.getCluster(name, options),
    intervalSeconds,
  });
}

/**
 * Tells one assessment of a cluster from the next. What else is shown of the
 * cluster is requested again when this changes, so that it belongs together.
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
