/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { kubernetesHaApiRef } from '../api/kubernetesHaApiRef';
import { usePolled } from './usePolled';

/** The newest scorecard of a cluster, kept up to date. @internal */
export function useScorecard(
  name: string,
  intervalSeconds: number,
  version?: string,
) {
  const api = useApi(kubernetesHaApiRef);
  const load = useCallback(() => api.getScorecard(name), [api, name]);
  return usePolled(load, intervalSeconds, version);
}
