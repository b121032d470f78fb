/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { usePolled } from './usePolled';

/** The newest scorecard of a cluster, kept up to date. @internal */
export function useScorecard(
  name: string,
  intervalSeconds: number,
  version?: string,
) {
  return usePolled({
    key: ['scorecard', name],
    request: (api, options) => api.getScorecard(name, {}, options),
    intervalSeconds,
    version,
  });
}
