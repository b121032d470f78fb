/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { HaproxyServer } from '../../snapshot/sections/loadBalancers';

/**
 * What HAProxy says of a server, as read from HAProxy 2.6 and its manual.
 *
 * - `intentional`: somebody took it out (`MAINT`, `DRAIN`, weight 0)
 * - `automatic`: HAProxy took it out by itself, after the server it tracks
 *   (`MAINT (via …)`), its agent (`DRAIN (agent)`), or its answer 404 (`NOLB`)
 * - `no-address`: its name does not resolve, or it is a slot of a
 *   `server-template` that DNS has not filled (`MAINT (resolution)`)
 * - `unchecked`: it gets traffic and nobody looks whether it works
 *
 * Source: haproxy doc/management.txt §9.1 (field 17, status)
 */
export type ServerState =
  | 'up'
  | 'down'
  | 'intentional'
  | 'automatic'
  | 'no-address'
  | 'unchecked'
  | 'unrecognised';

/** Tells the state of a server from its status and weight. */
export function serverState({ status, weight }: HaproxyServer): ServerState {
  // `UP 1/3` is on its way down and still serves; `DOWN 1/2` on its way up.
  // HAProxy says UP of a server of weight 0, which gets no new connection.
  if (/^UP\b/.test(status)) return weight === 0 ? 'intentional' : 'up';
  if (/^DOWN\b/.test(status)) return 'down';
  if (/^MAINT \(resolution\)/.test(status)) return 'no-address';
  if (/^(MAINT \(via\b|DRAIN \(agent\)|NOLB\b)/.test(status)) {
    return 'automatic';
  }
  if (/^(MAINT|DRAIN)\b/.test(status)) return 'intentional';
  if (/^no check\b/.test(status)) return 'unchecked';
  return 'unrecognised';
}

/** The servers that have an address to send traffic to: unused slots of a `server-template` are none. */
export function addressed(servers: readonly HaproxyServer[]): HaproxyServer[] {
  return servers.filter(server => serverState(server) !== 'no-address');
}
