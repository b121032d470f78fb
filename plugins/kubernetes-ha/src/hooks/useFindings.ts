/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { kubernetesHaApiRef } from '../api/kubernetesHaApiRef';
import { usePolled } from './usePolled';

/** More open findings than there are checks cannot be. */
const LIMIT = 200;

/** The open findings of a cluster, kept up to date. @internal */
export function useFindings(
  name: string,
  intervalSeconds: number,
  version?: string,
) {
  const api = useApi(kubernetesHaApiRef);
  const load = useCallback(
    () => api.listFindings(name, { state: 'open', limit: LIMIT }),
    [api, name],
  );
  return usePolled(load, intervalSeconds, version);
}
