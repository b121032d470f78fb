/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { kubernetesHaApiRef } from '../api/kubernetesHaApiRef';
import { usePolled } from './usePolled';

/** The catalogue of checks; it does not change while the backend runs. @internal */
export function useChecks() {
  const api = useApi(kubernetesHaApiRef);
  const load = useCallback(() => api.listChecks(), [api]);
  return usePolled(load);
}
