/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { detailOf } from '../../snapshot/signal';
import type { Detail } from '../../snapshot/signal';
import { message } from '../../messages';
import type { Sections } from '../../snapshot/clusterSnapshot';
import type {
  HaproxyServer,
  HaproxyStats,
  LoadBalancerInstance,
  LoadBalancersInfo,
} from '../../snapshot/sections/loadBalancers';
import type { UnknownReason } from '../../snapshot/signal';
import type { Outcome } from '../check';
import { connectionFix, FailedRequest } from '../connectionFix';
import { notApplicable, unknown } from '../outcome';
import { apiServerAddresses, normalAddress } from './apiServerAddresses';

/** One backend of a HAProxy that stands for the API servers. */
export interface Pool {
  instance: string;
  backend: string;
  stats: HaproxyStats;
  /** When the statistics were read, ISO 8601 UTC. */
  observedAt: string;
  servers: HaproxyServer[];
}

/** An instance whose statistics were not read, with what was observed at its page. */
type UnreadPage = FailedRequest & { reason: UnknownReason; detail: Detail };

/** What the configured HAProxy instances tell. */
export interface Pools {
  known: Pool[];
  /** Gone, as far as we can see: `lb-redundancy` is about those. */
  lost: UnreadPage[];
  /** There, and not readable for us. */
  unread: UnreadPage[];
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
              { fix: message('lb.none-configured.fix') },
            ),
    };
  }
  const pools: Pools = { known: [], lost: [], unread: [] };
  for (const { name, stats } of haproxies) {
    if (stats.state === 'observed') {
      const backends = apiBackends(stats.value, signals);
      for (const backend of backends) {
        pools.known.push({
          instance: name,
          backend,
          stats: stats.value,
          observedAt: stats.observedAt,
          servers: stats.value.servers.filter(
            server => server.backend === backend,
          ),
        });
      }
      if (backends.length === 0) {
        pools.unread.push({
          name,
          reason: 'inconclusive',
          detail: '',
        });
      }
    } else {
      const entry = failedPage(name, stats);
      (lostReasons.has(entry.reason) ? pools.lost : pools.unread).push(entry);
    }
  }
  return { state: 'pools', pools };
}

/** What was observed at the page of an instance. */
export function failedPage(
  name: string,
  stats: Exclude<LoadBalancerInstance['stats'], { state: 'observed' }>,
): UnreadPage {
  const address = /^GET https?:\/\/([^/]+)/.exec(stats.via)?.[1];
  return {
    name,
    ...(address && { address }),
    reason: stats.state === 'unknown' ? stats.reason : 'not-exposed',
    detail: detailOf(stats),
    ...(stats.state === 'unknown' && { failure: stats.failure }),
  };
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
  const fix = connectionFix('haproxy', missing);
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
    { subjects: instances, ...(fix && { fix }) },
  );
}

/** The name a server has on screen: `backend/server`. */
export function serverName({ backend, name }: HaproxyServer): string {
  return `${backend}/${name}`;
}

/** What people call the backend of the API servers; not `api-gateway`, `postgres-master` or `k8s-ingress`. */
const API_BACKEND_NAME =
  /api-?_?server|control-?_?plane|(kube|k8s|kubernetes).*(api|master|control)|^(kube|k8s|kubernetes)([-_]?(back-?end|be|pool|servers?|nodes?))?$|^(api|masters?)$/i;

/**
 * Backends that stand for the API: those that hold an API server's address;
 * else the only backend there is, or the only one named like it. None where
 * several could be meant: which one is the API's would be a guess.
 */
function apiBackends(
  { servers }: HaproxyStats,
  signals: Readonly<Sections>,
): string[] {
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
  if (byAddress.length > 0) return byAddress;
  if (backends.length === 1) return backends;
  const byName = backends.filter(backend => API_BACKEND_NAME.test(backend));
  return byName.length === 1 ? byName : [];
}
