/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { HaproxyServer } from '../../snapshot/sections/loadBalancers';
import { serverState } from './serverState';

/**
 * What the check of a server is proven to look at: nothing (`none`), an open
 * port (`L4`), a TLS handshake (`L6`), any HTTP answer (`status`: it takes an
 * answer that is no 2xx for healthy) or a 2xx (`L7`).
 */
export type ProvenLevel = 'none' | 'L4' | 'L6' | 'status' | 'L7';

/**
 * The layer that a server's check is proven to look at; undefined while its
 * result proves nothing: a failure below the layer it aims at (L4CON, L4TOUT,
 * L6TOUT), an answer that it rejects (L7STS), or no HTTP status (tcp-check).
 *
 * The API server authenticates before its health handlers run, so that 401
 * and 403 come from one that has lost etcd as well, and 500 from one that is
 * not ready: such an answer proves a port and TLS.
 */
export function provenLevel(server: HaproxyServer): ProvenLevel | undefined {
  if (serverState(server) === 'unchecked') return 'none';
  // `* ` marks a check that is under way; the word is of the one before.
  const result = (server.checkStatus ?? '').replace(/^\*\s*/, '');
  // L7OKC passed on condition: 404 under `http-check disable-on-404`.
  if (/^L7OKC?$/.test(result)) return levelOfCode(server.checkCode);
  if (result === 'L6OK') return 'L6';
  if (result === 'L4OK') return 'L4';
  return undefined;
}

function levelOfCode(code: number | undefined): ProvenLevel | undefined {
  // A tcp-check has the code 0: what it looked for is not shown.
  if (code === undefined || code === 0) return undefined;
  return code >= 200 && code < 300 ? 'L7' : 'status';
}
