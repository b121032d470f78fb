/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Sections } from '../../snapshot/clusterSnapshot';
import type { LeasesInfo } from '../../snapshot/sections/leases';
import { leaseAgeSeconds } from '../leaseAge';

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
  /**
   * `fresh`: renewed lately; `stale`: not renewed for too long; `unclear`: its
   * clock is ahead of the server's, so that the age tells nothing.
   */
  state: 'fresh' | 'stale' | 'unclear';
}

/** The API servers that have an identity Lease. */
export function identitiesOf(
  leases: LeasesInfo,
  freshSeconds: number,
): ApiServerIdentity[] {
  return leases.leases
    .filter(
      ({ labels }) =>
        labels['apiserver.kubernetes.io/identity'] === 'kube-apiserver',
    )
    .map(lease => {
      const host = lease.labels['kubernetes.io/hostname'];
      const age = leaseAgeSeconds(lease, leases);
      return {
        name: lease.name,
        ...(host && { host }),
        state: stateOf(age, freshSeconds),
      };
    });
}

/**
 * The API servers that renewed their identity Lease less than `freshSeconds`
 * ago; none while the Leases are not known. One for each host: in older
 * versions a server that restarts makes a Lease of another name.
 */
export function freshIdentities(
  { leases }: Readonly<Pick<Sections, 'leases'>>,
  freshSeconds: number,
): ApiServerIdentity[] {
  if (leases.state !== 'observed') return [];
  const byHost = new Map(
    identitiesOf(leases.value, freshSeconds)
      .filter(({ state }) => state === 'fresh')
      .map(identity => [identity.host ?? identity.name, identity]),
  );
  return [...byHost.values()];
}

function stateOf(
  age: number | undefined,
  freshSeconds: number,
): ApiServerIdentity['state'] {
  if (age === undefined || age >= freshSeconds) return 'stale';
  return age < 0 ? 'unclear' : 'fresh';
}
