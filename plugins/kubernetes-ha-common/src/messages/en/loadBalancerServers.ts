/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { count, duration, list, percent } from '../format';

/** What the checks of the servers behind a HAProxy say. */
export const loadBalancerServers = {
  'lb-backends-up.title': () => 'API servers in the load balancer',
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
        ? `taken out by HAProxy itself: ${list(p.automatic)}`
        : '',
      p.intentional.length > 0
        ? `taken out on purpose: ${list(p.intentional)}`
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
  'lb-backends-up.unblocks': () =>
    'bring back the API servers that are down, enable again what was taken out, and correct names that do not resolve',
  'lb-backends-up.unblocks-check': () =>
    'let HAProxy check its servers (option httpchk GET /readyz)',

  'lb-backends-up.unblocks-layout': (p: { enough: number }) =>
    `let the reader see where etcd runs (kubeadm-config, or the static pods): ${p.enough} are enough where it runs elsewhere`,

  'lb-membership.title': () => 'Load balancer knows every API server',
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
      `${p.instance} does not know ${list(p.apiServers)}`,
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
    `${p.instance} has servers that are no known API server: ${list(
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
  'lb-membership.unblocks-translated': () =>
    'name the addresses in apiServer.instances as the load balancer has them, or correct the pool',
  'lb-membership.no-api-servers': () =>
    'no API server is known to compare with',
  'lb-membership.required': (p: { apiServers: readonly string[] }) =>
    p.apiServers.length > 0
      ? `exactly ${list(p.apiServers)} in every pool, with the same ports`
      : 'exactly the API servers in every pool, with the same ports',
  'lb-membership.unblocks-missing': (p: { apiServers: readonly string[] }) =>
    `add ${list(
      p.apiServers,
    )} to the pool: it gets no traffic and replaces nobody`,
  'lb-membership.unblocks-extra': () =>
    'take servers that are gone out of the pool',
  'lb-membership.unblocks-hidden': () =>
    'set "stats show-legends" in HAProxy, or give its runtime socket',

  'lb-l7-healthcheck.title': () => 'Load balancer asks /readyz',
  'lb-l7-healthcheck.observed': (p: { proven: number; servers: number }) =>
    `health checks answered with HTTP 2xx: ${p.proven} of ${count(
      p.servers,
      'server',
    )}; the statistics do not show which path is asked`,
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
    )} is taken for healthy, which an API server that is not ready answers as well: ${list(
      p.servers,
    )}`,
  'lb-l7-healthcheck.unproven': (p: { statuses: readonly string[] }) =>
    `no health check answered with HTTP 2xx (${list(
      p.statuses,
    )}), so what the checks ask for is not shown`,
  'lb-l7-healthcheck.required': () =>
    'a check that asks GET /readyz and expects 200',
  'lb-l7-healthcheck.unblocks': () =>
    'use option httpchk GET /readyz, http-check expect status 200 and check-ssl; where anonymous requests are rejected, let the health check present a client certificate',

  'lb-flapping.title': () => 'Load balancer takes servers out and in',
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
    )} changed lately and there is no earlier collection to compare with`,
  'lb-flapping.required': (p: { windowSeconds: number }) =>
    `no server goes down in ${duration(p.windowSeconds)}`,
  'lb-flapping.unblocks': () =>
    'see why the check failed (check_desc); if the API server was well, give inter, fall and timeout check more room',

  'lb-errors.title': () => 'Failed connections behind the load balancer',
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
    )} since it started; when is not known yet`,
  'lb-errors.required': (p: { failRatio: number }) =>
    `no failed connections, and never more than ${percent(
      p.failRatio,
    )} of the sessions`,
  'lb-errors.unblocks': (p: { servers: readonly string[] }) =>
    `look at the port and the network of ${list(p.servers)}`,

  'lb-saturation.title': () => 'Load balancer sessions against their limit',
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
  'lb-saturation.unblocks': () =>
    'raise maxconn (global and frontend) to clients times watches, and the limit of open files with it',
} as const;
