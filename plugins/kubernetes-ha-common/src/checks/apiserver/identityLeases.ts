/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { LeaseInfo, LeasesInfo } from '../../snapshot/sections/leases';

/**
 * A live API server renews its identity Lease every 10 s, although the Lease
 * is valid for 3600 s and the name of a dead one stays listed for that long:
 * three missed renewals mean dead.
 * Source: kubernetes/kubernetes pkg/controlplane (IdentityLease constants), KEP-1965
 */
export const IDENTITY_LEASE_FRESH_SECONDS = 30;

/** An API server as its identity Lease shows it. */
export interface ApiServerIdentity {
  name: string;
  /** Hostname label: where it runs. */
  host?: string;
  ageSeconds: number;
}

/** Seconds since a lease was renewed, by the clock of the server that listed it; undefined when it never was. */
export function leaseAgeSeconds(
  lease: LeaseInfo,
  { serverTime }: LeasesInfo,
): number | undefined {
  if (!lease.renewTime) return undefined;
  return Math.max(
    0,
    (Date.parse(serverTime) - Date.parse(lease.renewTime)) / 1000,
  );
}

/** The API servers that renewed their identity Lease less than `freshSeconds` ago. */
export function freshIdentities(
  leases: LeasesInfo,
  freshSeconds: number,
): ApiServerIdentity[] {
  return leases.leases.flatMap(lease => {
    const ageSeconds = leaseAgeSeconds(lease, leases);
    if (
      lease.labels['apiserver.kubernetes.io/identity'] !== 'kube-apiserver' ||
      ageSeconds === undefined ||
      ageSeconds >= freshSeconds
    ) {
      return [];
    }
    const host = lease.labels['kubernetes.io/hostname'];
    return [{ name: lease.name, ...(host && { host }), ageSeconds }];
  });
}
