/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { usePolled } from './usePolled';

/** More open findings than there are checks cannot be. */
const LIMIT = 200;

/** The open findings of a cluster, kept up to date. @internal */
export function useFindings(
  name: string,
  intervalSeconds: number,
  version?: string,
) {
  return usePolled({
    key: ['findings', name],
    request: (api, options) =>
      api.listFindings(name, { state: 'open', limit: LIMIT }, options),
    intervalSeconds,
    version,
  });
}
