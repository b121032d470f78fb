/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { HistoryResolution } from 'backstage-plugin-kubernetes-ha-common';
import { kubernetesHaApiRef } from '../api/kubernetesHaApiRef';
import { usePolled } from './usePolled';

/** Time ranges on offer: hours back and how densely the points are kept. */
export const historyRanges = {
  '24h': { hours: 24, resolution: 'raw' },
  '7d': { hours: 7 * 24, resolution: 'hour' },
  '30d': { hours: 30 * 24, resolution: 'hour' },
  '2y': { hours: 730 * 24, resolution: 'day' },
} as const satisfies Record<
  string,
  { hours: number; resolution: HistoryResolution }
>;

/** See {@link historyRanges}. */
export type HistoryRange = keyof typeof historyRanges;

/** The score of a cluster over a range that ends now, kept up to date. @internal */
export function useScoreHistory(
  name: string,
  range: HistoryRange,
  intervalSeconds: number,
  version?: string,
) {
  const api = useApi(kubernetesHaApiRef);
  const load = useCallback(() => {
    const { hours, resolution } = historyRanges[range];
    const from = new Date(Date.now() - hours * 3_600_000).toISOString();
    return api.getHistory(name, { from, resolution });
  }, [api, name, range]);
  return usePolled(load, intervalSeconds, version);
}
