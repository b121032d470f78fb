/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ConnectionError } from '../contracts';

/** Who a connection says it is, and whom it believes, at one time. Holds secrets: never log or serialise it. */
export interface ClientIdentity {
  /** PEM bundle of the cluster's CA; the system's roots when missing. */
  ca?: string;
  /** The setting that names the CA. */
  caSetting?: string;
  /** PEM of the client certificate and its key. */
  cert?: string;
  key?: string;
  /** Whole `Authorization` header. */
  authorization?: string;
  /** The server that this identity is for, where the same file names both: it goes to no other. */
  target?: ServerTarget;
}

/** Where a cluster's API is, and how its server is checked. */
export interface ServerTarget extends ServerTrust {
  server: URL;
}

/** Gives the identity anew for each request, so that rotated files and expiring tokens are followed. */
export interface IdentityProvider {
  /** Errors: ConnectionError `not-configured` with what is missing and the remedy. */
  current(): Promise<ClientIdentity>;
  /** Called when the cluster has answered 401 to this identity: should it be the cached one, that is dropped. */
  rejected?(identity: ClientIdentity): void;
  /** Ends what it runs. Idempotent. */
  close?(): void;
}

/**
 * The `Authorization` header of a token. Errors: ConnectionError
 * `not-configured` naming `where`, and nothing of the token, when it holds
 * what no token does: a line break in its file would end the header.
 */
export function bearer(token: string, where: string): string {
  // Wider than RFC 6750, §2.1: Rancher's tokens have a colon.
  if (/^[\x21-\x7e]+$/.test(token)) return `Bearer ${token}`;
  throw new ConnectionError(
    'not-configured',
    `${where} holds a line break, a space or another character that no token has. ` +
      `Required: one token, in one line.`,
  );
}

/** How a server is checked besides its CA. */
export interface ServerTrust {
  /** From `tls-server-name`: believed in place of the host of the URL. */
  serverName?: string;
  /** From `insecure-skip-tls-verify`: nothing is checked. */
  insecure: boolean;
}
