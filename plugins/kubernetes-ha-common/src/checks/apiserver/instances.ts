/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Sections } from '../../snapshot/clusterSnapshot';
import type { ApiServerInstance } from '../../snapshot/sections/apiServers';
import type { UnknownReason } from '../../snapshot/signal';
import {
  freshIdentities,
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
  | { state: 'untold'; reason: UnknownReason; detail: string };

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
 * all is held against the identity Lease: an instance that goes on renewing it
 * is alive and only out of our reach; and when every instance is silent while
 * the API answers by another path, it is our path that is missing.
 */
export function readinessOf(
  instances: readonly ApiServerInstance[],
  signals: Readonly<Sections>,
): ReadonlyMap<ApiServerInstance, Readiness> {
  const aliveHosts = new Set(
    signals.leases.state === 'observed'
      ? freshIdentities(signals.leases.value, IDENTITY_LEASE_FRESH_SECONDS)
          .map(({ host }) => host)
          .filter(host => host !== undefined)
      : [],
  );
  const isSilent = ({ readyz }: ApiServerInstance) =>
    !readyz.ok &&
    readyz.status === undefined &&
    readyz.reason !== undefined &&
    silences.has(readyz.reason);
  const pathIsOurs =
    instances.every(isSilent) && signals.version.state === 'observed';

  return new Map(
    instances.map(instance => {
      const { readyz, nodeName } = instance;
      const untold = (reason: UnknownReason): Readiness => ({
        state: 'untold',
        reason,
        detail: readyz.detail ?? '',
      });
      if (readyz.ok) return [instance, { state: 'ready' }];
      const reason = readyz.reason;
      if (reason !== undefined && refusals.has(reason)) {
        return [instance, untold(reason)];
      }
      if (reason !== undefined && isSilent(instance)) {
        const lives =
          nodeName !== undefined &&
          hostNames(nodeName, signals).some(host => aliveHosts.has(host));
        if (lives || pathIsOurs) return [instance, untold(reason)];
      }
      return [instance, { state: 'not-ready' }];
    }),
  );
}

/** Names by which a node may call itself in an identity Lease. */
export function hostNames(
  nodeName: string,
  { nodes }: Readonly<Pick<Sections, 'nodes'>>,
): string[] {
  const hostname =
    nodes.state === 'observed'
      ? nodes.value.find(({ name }) => name === nodeName)?.hostname
      : undefined;
  return hostname ? [nodeName, hostname] : [nodeName];
}

/** True when the instance gave any HTTP answer, so that what it serves could have been read. */
export function answers({ readyz, livez }: ApiServerInstance): boolean {
  return readyz.status !== undefined || livez.status !== undefined;
}
