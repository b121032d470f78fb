/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { usePolled } from './usePolled';

/** The catalogue of checks; it does not change while the backend runs. @internal */
export function useChecks() {
  return usePolled({
    key: ['checks'],
    request: (api, options) => api.listChecks(options),
  });
}
