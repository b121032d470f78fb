/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Detail } from '../../snapshot/signal';
import type { Sections } from '../../snapshot/clusterSnapshot';
import type { ApiServerInstance } from '../../snapshot/sections/apiServers';
import type { UnknownReason } from '../../snapshot/signal';
import { nodesOfHosts } from '../nodesOfHosts';
import {
  ApiServerIdentity,
  identitiesOf,
  IDENTITY_LEASE_FRESH_SECONDS,
} from './identityLeases';

/** What to call an instance: its node, or its address where no node is known. */
export function instanceName(instance: ApiServerInstance): string {
  return instance.nodeName ?? instance.address;
}

/** Whether an instance serves, as far as can be told. */
export type Readiness =
  | { state: 'ready' }
  | { state: 'not-ready' }
  /** The question got no answer that speaks of its health. */
  | {
      state: 'untold';
      reason: UnknownReason;
      detail: Detail;
      /** It goes on renewing its identity Lease, so it lives. */
      renews: boolean;
    };

/** Silence that may be ours as well as its own. */
const silences: ReadonlySet<UnknownReason> = new Set<UnknownReason>([
  'timeout',
  'unreachable',
  'tls',
]);

/** What says nothing about the health of the instance. */
const refusals: ReadonlySet<UnknownReason> = new Set<UnknownReason>([
  'unauthorised',
  'forbidden',
  'not-configured',
  'not-collected',
  'not-exposed',
  'throttled',
  'stale',
  'identity-changed',
]);

/**
 * Tells each instance ready, not ready or untold from its own `/readyz`.
 *
 * A refused connection comes from the machine itself: not ready. No answer at
 * all may be our own network: it counts as not ready only where another
 * witness, the identity Lease, says that the instance has stopped.
 */
export function readinessOf(
  instances: readonly ApiServerInstance[],
  signals: Readonly<Sections>,
  freshSeconds: number = IDENTITY_LEASE_FRESH_SECONDS,
): ReadonlyMap<ApiServerInstance, Readiness> {
  const witness = leaseWitness(instances, signals, freshSeconds);
  return new Map(
    instances.map((instance): [ApiServerInstance, Readiness] => {
      const { ok, status, reason, detail = '' } = instance.readyz;
      if (ok) return [instance, { state: 'ready' }];
      const isSilent =
        status === undefined && reason !== undefined && silences.has(reason);
      const says = witness(instance);
      if (
        reason !== undefined &&
        (refusals.has(reason) || (isSilent && says !== 'stopped'))
      ) {
        const renews = says === 'renews';
        return [instance, { state: 'untold', reason, detail, renews }];
      }
      return [instance, { state: 'not-ready' }];
    }),
  );
}

/**
 * What the identity Leases say of an instance: it `renews`, it has `stopped`,
 * or nothing. A Lease that is gone (an hour after the last renewal) means
 * stopped only where the Leases of others are found by the names of their
 * nodes, and no Lease is left over that may be the one looked for.
 */
function leaseWitness(
  instances: readonly ApiServerInstance[],
  signals: Readonly<Sections>,
  freshSeconds: number,
): (instance: ApiServerInstance) => 'renews' | 'stopped' | undefined {
  if (signals.leases.state !== 'observed') return () => undefined;
  const identities = identitiesOf(signals.leases.value, freshSeconds);
  const nodeOf = nodesOfHosts(
    identities.flatMap(({ host }) => host ?? []),
    instances.flatMap(({ nodeName }) => nodeName ?? []),
    signals,
  );
  const leasesOf = ({ nodeName }: ApiServerInstance): ApiServerIdentity[] =>
    nodeName === undefined
      ? []
      : identities.filter(({ host }) => host && nodeOf(host) === nodeName);
  const matched = new Set(instances.flatMap(leasesOf));
  const leftOver = identities.some(
    identity => identity.state !== 'stale' && !matched.has(identity),
  );
  return instance => {
    const own = leasesOf(instance);
    if (own.some(({ state }) => state === 'fresh')) return 'renews';
    if (own.some(({ state }) => state === 'unclear')) return undefined;
    const isGone =
      instance.nodeName !== undefined && matched.size > 0 && !leftOver;
    return own.length > 0 || isGone ? 'stopped' : undefined;
  };
}

/** True when the instance gave any HTTP answer, so that what it serves could have been read. */
export function answers({ readyz, livez }: ApiServerInstance): boolean {
  return readyz.status !== undefined || livez.status !== undefined;
}
