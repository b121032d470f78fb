/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Check } from './check';
import { etcdQuorumFaultTolerance } from './etcd/etcdQuorumFaultTolerance';

/** Every check of the product, in the order on screen. Adding one is one line here. @public */
export const checks: readonly Check[] = [etcdQuorumFaultTolerance];

const ids = new Set<string>();
for (const { id } of checks) {
  if (ids.has(id)) {
    throw new Error(
      `Check id "${id}" is registered twice. Expected: one check per id. Remove one of the two lines in checks/registry.ts.`,
    );
  }
  ids.add(id);
}
