/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { usePolled } from './usePolled';

/** As many checks as an address may ask the API for. */
const CHECKS = 20;

/** The newest findings of these checks that are resolved; asked once, for what is over stays over. @internal */
export function useResolvedFindings(name: string, checks: readonly string[]) {
  const check = checks.slice(0, CHECKS);
  return usePolled({
    key: ['resolved', name, ...check],
    request: (api, options) =>
      api.listFindings(
        name,
        { state: 'resolved', check, limit: CHECKS },
        options,
      ),
  });
}
