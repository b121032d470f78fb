/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { LeaseInfo } from 'backstage-plugin-kubernetes-ha-common';

/** Seconds between the renewal of a lease and the server's clock; undefined when it was never renewed. */
export function leaseAgeSeconds(
  lease: LeaseInfo,
  serverTime: string,
): number | undefined {
  if (!lease.renewTime) return undefined;
  return Math.max(
    0,
    (Date.parse(serverTime) - Date.parse(lease.renewTime)) / 1000,
  );
}
