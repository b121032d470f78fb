/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ApiServerInstance } from '../../../snapshot/sections/apiServers';
import type {
  ApiPathInfo,
  HaproxyServer,
  HaproxyStats,
  LoadBalancerInstance,
  LoadBalancersInfo,
} from '../../../snapshot/sections/loadBalancers';
import type { Signal } from '../../../snapshot/signal';
import { absent, notKnown, observed } from '../../../testing/snapshotWith';

/** A server that is up after an HTTP check; `n` gives its name and address. */
export function serverOf(
  n: number,
  given: Partial<HaproxyServer> = {},
): HaproxyServer {
  return {
    backend: 'kube-apiserver',
    name: `cp${n}`,
    status: 'UP',
    address: `192.0.2.1${n}:6443`,
    checkStatus: 'L7OK',
    checkCode: 200,
    checkDurationMs: 3,
    lastChangeSeconds: 86_400,
    downtimeSeconds: 0,
    weight: 1,
    active: true,
    backup: false,
    currentSessions: 10,
    totalSessions: 1000,
    connectionErrors: 0,
    responseErrors: 0,
    retries: 0,
    redispatches: 0,
    downTransitions: 0,
    ...given,
  };
}

/** Three servers, all changed alike. */
export const threeServers = (given: Partial<HaproxyServer> = {}) =>
  [1, 2, 3].map(n => serverOf(n, given));

export function statsOf(
  servers: HaproxyServer[],
  given: Partial<HaproxyStats> = {},
): HaproxyStats {
  return {
    servers,
    frontends: [
      {
        name: 'kube-api',
        status: 'OPEN',
        currentSessions: 30,
        sessionLimit: 1000,
        totalSessions: 3000,
        requestErrors: 0,
      },
    ],
    ...given,
  };
}

/** A HAProxy instance by its servers, its statistics, or what became of reading them. */
export function haproxy(
  name: string,
  stats: HaproxyServer[] | HaproxyStats | Signal<HaproxyStats>,
  given: Partial<LoadBalancerInstance> = {},
): LoadBalancerInstance {
  return { name, kind: 'haproxy', stats: asStats(stats), ...given };
}

function asStats(
  stats: HaproxyServer[] | HaproxyStats | Signal<HaproxyStats>,
): Signal<HaproxyStats> {
  if (Array.isArray(stats)) return observed(statsOf(stats));
  return 'state' in stats ? stats : observed(stats);
}

export function kubeVip(name: string, nodeName: string): LoadBalancerInstance {
  return {
    name,
    kind: 'kube-vip',
    nodeName,
    stats: absent('kube-vip has no statistics'),
  };
}

export function balancers(
  ...instances: LoadBalancerInstance[]
): LoadBalancersInfo {
  return { instances };
}

/** The API server on `192.0.2.1<n>:6443`. */
export function apiServerOf(
  n: number,
  given: Partial<ApiServerInstance> = {},
): ApiServerInstance {
  return {
    address: `192.0.2.1${n}:6443`,
    nodeName: `cp${n}`,
    discoveredBy: ['endpoint-slice'],
    readyz: { ok: true, status: 200, consecutiveFailures: 0 },
    livez: { ok: true, status: 200, consecutiveFailures: 0 },
    readyzChecks: [],
    version: notKnown('not-collected'),
    certificates: notKnown('not-collected'),
    flags: notKnown('not-collected'),
    metrics: notKnown('not-collected'),
    ...given,
  };
}

export const threeApiServers = (given: Partial<ApiServerInstance> = {}) =>
  [1, 2, 3].map(n => apiServerOf(n, given));

type Attempt = ApiPathInfo['attempts'][number];

/** The load-balanced path with the given attempts. */
export function pathOf(...attempts: Attempt[]): ApiPathInfo {
  return {
    url: 'https://192.0.2.100:6443/readyz',
    attempts,
    certificates: notKnown('not-collected'),
    consecutiveFailures: 0,
  };
}

export const okIn = (latencyMs: number): Attempt => ({
  status: 200,
  latencyMs,
});
