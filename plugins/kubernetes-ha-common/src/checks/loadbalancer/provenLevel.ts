/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { HaproxyServer } from '../../snapshot/sections/loadBalancers';
import { serverState } from './serverState';

/**
 * The layer that a server's check is proven to look at. A failure below the
 * layer it aims at (L4CON, L4TOUT, L6TOUT) proves nothing; any answer on layer
 * 7, good or bad, proves that it was asked for.
 */
export function provenLevel(
  server: HaproxyServer,
): 'none' | 'L4' | 'L6' | 'L7' | undefined {
  if (serverState(server) === 'unchecked') return 'none';
  // `* ` marks a check that is under way; the word is of the one before.
  const result = (server.checkStatus ?? '').replace(/^\*\s*/, '');
  if (/^L7/.test(result)) return 'L7';
  if (result === 'L6OK') return 'L6';
  if (result === 'L4OK') return 'L4';
  return undefined;
}
