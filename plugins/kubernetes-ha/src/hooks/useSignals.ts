/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { SectionName } from 'backstage-plugin-kubernetes-ha-common';
import { kubernetesHaApiRef } from '../api/kubernetesHaApiRef';
import { usePolled } from './usePolled';

/** The newest signals of a cluster with the values of these sections (keep the list the same), kept up to date. @internal */
export function useSignals<K extends SectionName>(
  name: string,
  sections: readonly K[],
  intervalSeconds: number,
  version?: string,
) {
  const api = useApi(kubernetesHaApiRef);
  const load = useCallback(
    () => api.getSignals(name, sections),
    [api, name, sections],
  );
  return usePolled(load, intervalSeconds, version);
}
