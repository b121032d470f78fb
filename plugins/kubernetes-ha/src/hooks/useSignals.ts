/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { SectionName } from 'backstage-plugin-kubernetes-ha-common';
import { usePolled } from './usePolled';

/** The newest signals of a cluster with the values of these sections, kept up to date. @internal */
export function useSignals<K extends SectionName>(
  name: string,
  sections: readonly K[],
  intervalSeconds: number,
  version?: string,
) {
  return usePolled({
    key: ['signals', name, sections],
    request: (api, options) => api.getSignals(name, sections, options),
    intervalSeconds,
    version,
  });
}
