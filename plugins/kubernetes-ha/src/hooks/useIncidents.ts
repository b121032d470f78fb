/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { IncidentList } from 'backstage-plugin-kubernetes-ha-common';
import type { TimeWindow } from '../routing/useTimeWindow';
import { usePolled } from './usePolled';

/** What happened to a cluster in a window of time; one that ends now is kept up to date. @internal */
export function useIncidents(
  name: string,
  { key, hours, fixed }: TimeWindow,
  intervalSeconds: number,
  version?: string,
) {
  return usePolled<IncidentList>({
    key: ['incidents', name, key],
    request: (api, options) =>
      api.listIncidents(
        name,
        fixed ?? {
          from: new Date(Date.now() - hours * 3_600_000).toISOString(),
        },
        options,
      ),
    intervalSeconds: fixed ? undefined : intervalSeconds,
    version: fixed ? undefined : version,
  });
}
