/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import type { Sections } from '../../snapshot/clusterSnapshot';
import type {
  HaproxyServer,
  HaproxyStats,
  LoadBalancersInfo,
} from '../../snapshot/sections/loadBalancers';
import type { UnknownReason } from '../../snapshot/signal';
import type { Outcome } from '../check';
import { notApplicable, unknown } from '../outcome';
import { apiServerAddresses, normalAddress } from './apiServerAddresses';

/** The servers behind one HAProxy that stand for the API servers. */
export interface Pool {
  instance: string;
  stats: HaproxyStats;
  /** When the statistics were read, ISO 8601 UTC. */
  observedAt: string;
  servers: HaproxyServer[];
}

/** What the configured HAProxy instances tell. */
export interface Pools {
  known: Pool[];
  /** Gone, as far as we can see: `lb-redundancy` is about those. */
  lost: { name: string; reason: UnknownReason; detail: string }[];
  /** There, and not readable for us. */
  unread: { name: string; reason: UnknownReason; detail: string }[];
}

/** Why an instance that does not answer counts as lost and not as unreadable. */
export const lostReasons: ReadonlySet<UnknownReason> = new Set<UnknownReason>([
  'refused',
  'timeout',
  'unreachable',
]);

/**
 * The API server pool of every HAProxy instance, or the answer where there is
 * none to look at.
 */
export function haproxyPools(
  loadBalancers: LoadBalancersInfo,
  signals: Readonly<Sections>,
): { state: 'pools'; pools: Pools } | { state: 'answer'; outcome: Outcome } {
  const haproxies = loadBalancers.instances.filter(
    ({ kind }) => kind === 'haproxy',
  );
  if (haproxies.length === 0) {
    return {
      state: 'answer',
      outcome:
        loadBalancers.instances.length > 0
          ? notApplicable(message('lb.no-haproxy.observed'))
          : unknown(
              'not-configured',
              message('lb.none-configured.observed'),
              message('lb.none-configured.required'),
              { unblocks: message('lb.none-configured.unblocks') },
            ),
    };
  }
  const pools: Pools = { known: [], lost: [], unread: [] };
  for (const { name, stats } of haproxies) {
    if (stats.state === 'observed') {
      const servers = apiBackendServers(stats.value, signals);
      if (servers.length > 0) {
        pools.known.push({
          instance: name,
          stats: stats.value,
          observedAt: stats.observedAt,
          servers,
        });
      } else {
        pools.unread.push({
          name,
          reason: 'inconclusive',
          detail: '',
        });
      }
    } else {
      const reason = stats.state === 'unknown' ? stats.reason : 'not-exposed';
      const entry = { name, reason, detail: stats.detail };
      (lostReasons.has(reason) ? pools.lost : pools.unread).push(entry);
    }
  }
  return { state: 'pools', pools };
}

/**
 * The answer when a pool that should have been read was not; asked after
 * nothing wrong was found in what was read. A lost instance has no pool.
 */
export function unreadPools({
  known,
  lost,
  unread,
}: Pools): Outcome | undefined {
  const missing = known.length === 0 ? [...unread, ...lost] : unread;
  if (missing.length === 0) return undefined;
  const instances = missing.map(({ name }) => name);
  return unknown(
    missing[0].reason,
    // Read, and no backend in it could be told to be that of the API servers.
    missing[0].reason === 'inconclusive' && missing[0].detail === ''
      ? message('lb.no-pool.observed', { instances })
      : message('lb.unread.observed', {
          instances,
          reason: missing[0].reason,
          detail: missing[0].detail,
        }),
    message('lb.unread.required'),
    { subjects: instances },
  );
}

/** The name a server has on screen: `backend/server`. */
export function serverName({ backend, name }: HaproxyServer): string {
  return `${backend}/${name}`;
}

/** What people call the backend of the API servers. */
const API_BACKEND_NAME = /kube|k8s|api|master|control/i;

/**
 * Servers of the backends that stand for the API: those that hold an API
 * server's address; else the only backend there is, or one named like it.
 */
function apiBackendServers(
  { servers }: HaproxyStats,
  signals: Readonly<Sections>,
): HaproxyServer[] {
  const known = new Set(
    (apiServerAddresses(signals) ?? []).flatMap(({ addresses }) => addresses),
  );
  const backends = [...new Set(servers.map(({ backend }) => backend))];
  const byAddress = backends.filter(backend =>
    servers.some(
      server =>
        server.backend === backend &&
        server.address !== undefined &&
        known.has(normalAddress(server.address)),
    ),
  );
  const byName = backends.filter(backend => API_BACKEND_NAME.test(backend));
  const chosen = [byAddress, backends.length === 1 ? backends : byName].find(
    candidates => candidates.length > 0,
  );
  return servers.filter(({ backend }) => chosen?.includes(backend));
}
