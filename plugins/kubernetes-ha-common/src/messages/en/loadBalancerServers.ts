/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { count, duration, list, percent } from '../format';

/** What the checks of the servers behind a HAProxy say. */
export const loadBalancerServers = {
  'lb-backends-up.title': () => 'API servers up in the load balancer',
  'lb-backends-up.observed': (p: {
    instance: string;
    up: number;
    servers: number;
    down: readonly string[];
    automatic?: readonly string[];
    intentional: readonly string[];
    noAddress?: readonly string[];
    unchecked: readonly string[];
  }) =>
    [
      `${p.instance}: ${p.up} of ${count(p.servers, 'server')} up`,
      p.down.length > 0 ? `down: ${list(p.down)}` : '',
      p.automatic && p.automatic.length > 0
        ? `taken out of service by HAProxy: ${list(p.automatic)}`
        : '',
      p.intentional.length > 0
        ? `taken out of service by an administrator: ${list(p.intentional)}`
        : '',
      p.noAddress && p.noAddress.length > 0
        ? `no address from DNS (unresolved name or spare slot): ${list(
            p.noAddress,
          )}`
        : '',
      p.unchecked.length > 0 ? `not checked: ${list(p.unchecked)}` : '',
    ]
      .filter(Boolean)
      .join('; '),
  'lb-backends-up.required': (p: { minimum: number }) =>
    `every server up, and at least ${p.minimum} of them`,
  'lb-backends-up.fix': () =>
    'bring back the API servers that are down, enable the servers that were taken out of service, and correct names that do not resolve',
  'lb-backends-up.fix-check': () =>
    'configure health checks of the servers in HAProxy (option httpchk GET /readyz)',

  'lb-backends-up.fix-layout': (p: { enough: number }) =>
    `give the reader access to kubeadm-config or to the static pods, which show where etcd runs: ${p.enough} are enough if it runs on machines of its own`,

  'lb-membership.title': () => 'Load balancer pool membership',
  'lb-membership.observed': (p: {
    instances: readonly string[];
    apiServers: number;
  }) =>
    `${list(p.instances)}: all ${count(
      p.apiServers,
      'API server',
    )} and no other`,
  'lb-membership.missing': (p: {
    instance: string;
    apiServers: readonly string[];
    noAddress?: readonly string[];
  }) =>
    [
      `${p.instance} has no server for ${list(p.apiServers)}`,
      p.noAddress && p.noAddress.length > 0
        ? `no address from DNS for ${list(p.noAddress)}`
        : '',
    ]
      .filter(Boolean)
      .join('; '),
  'lb-membership.extra': (p: {
    instance: string;
    servers: readonly string[];
    addresses: readonly string[];
  }) =>
    `${p.instance} has servers that are not known API servers: ${list(
      p.servers.map((server, i) => `${server} (${p.addresses[i]})`),
    )}`,
  'lb-membership.hidden': (p: {
    instance: string;
    servers: readonly string[];
    apiServers: readonly string[];
  }) =>
    p.servers.length > 0
      ? `${p.instance} does not show the addresses of ${list(p.servers)}`
      : `${list(p.apiServers)} is known by name only and cannot be compared`,
  'lb-membership.translated': (p: {
    instance: string;
    apiServers: readonly string[];
  }) =>
    `${
      p.instance
    } has other addresses than those known here, perhaps for the same servers: ${list(
      p.apiServers,
    )}`,
  'lb-membership.fix-translated': () =>
    'name the addresses in apiServer.instances as the load balancer has them, or correct the pool',
  'lb-membership.no-api-servers': () =>
    'no API server is known to compare with',
  'lb-membership.required': (p: { apiServers: readonly string[] }) =>
    p.apiServers.length > 0
      ? `exactly ${list(p.apiServers)} in every pool, with the same ports`
      : 'exactly the API servers in every pool, with the same ports',
  'lb-membership.fix-missing': (p: { apiServers: readonly string[] }) =>
    `add ${list(
      p.apiServers,
    )} to the pool of the load balancer, which sends it no traffic now`,
  'lb-membership.fix-extra': () =>
    'remove servers that no longer exist from the pool of the load balancer',
  'lb-membership.fix-hidden': () =>
    'set "stats show-legends" in HAProxy, or configure its runtime socket for this cluster',

  'lb-l7-healthcheck.title': () => 'Load balancer health check',
  'lb-l7-healthcheck.observed': (p: { proven: number; servers: number }) =>
    `health checks answered with HTTP 2xx: ${p.proven} of ${count(
      p.servers,
      'server',
    )}; the statistics do not show the path of the check`,
  'lb-l7-healthcheck.shallow': (p: {
    level: 'none' | 'L4' | 'L6';
    servers: readonly string[];
  }) => {
    const words = {
      none: 'not checked at all',
      L4: 'only an open port is checked (L4OK)',
      L6: 'only the TLS handshake is checked (L6OK)',
    };
    return `${words[p.level]}: ${list(p.servers)}`;
  },
  'lb-l7-healthcheck.accepts': (p: {
    statuses: readonly string[];
    servers: readonly string[];
  }) =>
    `HTTP ${list(
      p.statuses,
    )} counts as healthy, but an API server that is not ready returns it as well: ${list(
      p.servers,
    )}`,
  'lb-l7-healthcheck.unproven': (p: { statuses: readonly string[] }) =>
    `no health check answered with HTTP 2xx (${list(
      p.statuses,
    )}), so what the checks request is not visible`,
  'lb-l7-healthcheck.required': () =>
    'a health check that requests GET /readyz and expects 200',
  'lb-l7-healthcheck.fix': () =>
    'use option httpchk GET /readyz, http-check expect status 200 and check-ssl; where anonymous requests are rejected, let the health check present a client certificate',

  'lb-flapping.title': () => 'Load balancer server flapping',
  'lb-flapping.none': (p: { servers: number }) =>
    `none of ${count(p.servers, 'server')} went down`,
  'lb-flapping.observed': (p: {
    server: string;
    instance: string;
    transitions: number;
    seenSeconds: number;
    servers: readonly string[];
  }) =>
    `${p.server} went down ${count(p.transitions, 'time')} in ${duration(
      p.seenSeconds,
    )} (${p.instance})${
      p.servers.length > 1 ? `; ${p.servers.length} servers did` : ''
    }`,
  'lb-flapping.short-history': (p: { servers: readonly string[] }) =>
    `${list(
      p.servers,
    )} changed recently and there is no earlier collection to compare with`,
  'lb-flapping.required': (p: { windowSeconds: number }) =>
    `no server goes down within ${duration(p.windowSeconds)}`,
  'lb-flapping.fix': () =>
    'find out why the health check failed (check_desc); if the API server was healthy, raise inter, fall and timeout check in HAProxy',

  'lb-errors.title': () =>
    'Failed connections to the servers of the load balancer',
  'lb-errors.none': (p: { sessions: number }) =>
    `no failed connection in ${count(p.sessions, 'session')}`,
  'lb-errors.observed': (p: {
    instance: string;
    errors: number;
    sessions: number;
    servers: readonly string[];
  }) =>
    `${p.instance}: ${count(p.errors, 'failed connection')} with ${count(
      p.sessions,
      'session',
    )}, to ${list(p.servers)}`,
  'lb-errors.short-history': (p: { instance: string; errors: number }) =>
    `${p.instance}: ${count(
      p.errors,
      'failed connection',
    )} since it started; when they failed is unknown`,
  'lb-errors.required': (p: { failRatio: number }) =>
    `no failed connections, and never more than ${percent(
      p.failRatio,
    )} of the sessions`,
  'lb-errors.fix': (p: { servers: readonly string[] }) =>
    `check the port and the network of ${list(p.servers)}`,

  'lb-saturation.title': () => 'Load balancer session limit',
  'lb-saturation.observed': (p: {
    frontend: string;
    current: number;
    limit: number;
    ratio: number;
  }) =>
    `${p.frontend}: ${p.current} of ${p.limit} sessions (${percent(p.ratio)})`,
  'lb-saturation.no-limit': () => 'no frontend shows a session limit',
  'lb-saturation.required': (p: { warnRatio: number }) =>
    `less than ${percent(p.warnRatio)} of the session limit`,
  'lb-saturation.fix': () =>
    'raise maxconn (global and frontend) of HAProxy to clients × watches, and the limit of open files with it',
} as const;
