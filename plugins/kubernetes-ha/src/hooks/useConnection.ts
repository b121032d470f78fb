/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { usePolled } from './usePolled';

/** How a cluster is connected, and what is left to do, kept up to date. @internal */
export function useConnection(
  name: string,
  intervalSeconds: number,
  version?: string,
) {
  return usePolled({
    key: ['connection', name],
    request: (api, options) => api.getConnection(name, options),
    intervalSeconds,
    version,
  });
}
