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

/**
 * When a lease was renewed, by the clock of whoever looked: the server's clock
 * may differ, so the age by its own clock is laid off from the moment of the
 * look (`observedAt`). ISO 8601 UTC; undefined when it was never renewed.
 */
export function leaseRenewedAt(
  lease: LeaseInfo,
  serverTime: string,
  observedAt: string,
): string | undefined {
  const age = leaseAgeSeconds(lease, serverTime);
  return age === undefined ? undefined : secondsBefore(observedAt, age);
}

/** The instant `seconds` before another, ISO 8601 UTC. */
export function secondsBefore(iso: string, seconds: number): string {
  return new Date(Date.parse(iso) - seconds * 1000).toISOString();
}
