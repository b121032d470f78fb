/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { kubernetesHaApiRef } from '../api/kubernetesHaApiRef';
import { HistoryRange, queryOf } from './historyRanges';
import { usePolled } from './usePolled';

/** The score of a cluster over a range that ends now, kept up to date. @internal */
export function useScoreHistory(
  name: string,
  range: HistoryRange,
  intervalSeconds: number,
  version?: string,
) {
  const api = useApi(kubernetesHaApiRef);
  const load = useCallback(
    () => api.getHistory(name, queryOf(range)),
    [api, name, range],
  );
  return usePolled(load, intervalSeconds, version);
}
