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

/** Points are kept once a minute; asking more often shows nothing new. */
const POLL_SECONDS = 60;

/** What was measured of a cluster over a range that ends now, kept up to date. @internal */
export function useMeasurements(name: string, range: HistoryRange) {
  const api = useApi(kubernetesHaApiRef);
  const load = useCallback(
    () => api.getMeasurements(name, queryOf(range)),
    [api, name, range],
  );
  return usePolled(load, POLL_SECONDS);
}
