/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { HaproxyServer } from '../../snapshot/sections/loadBalancers';

/**
 * What HAProxy says of a server. `intentional`: somebody took it out (MAINT,
 * DRAIN, NOLB). `unchecked`: it gets traffic and nobody looks whether it works.
 * Source: haproxy doc/management.txt §9.1 (field 17, status)
 */
export type ServerState =
  | 'up'
  | 'down'
  | 'intentional'
  | 'unchecked'
  | 'unrecognised';

export function serverState({ status }: HaproxyServer): ServerState {
  // `UP 1/3` is on its way down and still serves; `DOWN 1/2` on its way up.
  if (/^UP\b/.test(status)) return 'up';
  if (/^DOWN\b/.test(status)) return 'down';
  if (/^(MAINT|DRAIN|NOLB)\b/.test(status)) return 'intentional';
  if (/^no check\b/.test(status)) return 'unchecked';
  return 'unrecognised';
}
