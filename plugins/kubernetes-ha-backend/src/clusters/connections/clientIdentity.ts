/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Who a connection says it is, and whom it believes, at one time. Holds secrets: never log or serialise it. */
export interface ClientIdentity {
  /** PEM bundle of the cluster's CA; the system's roots when missing. */
  ca?: string;
  /** PEM of the client certificate and its key. */
  cert?: string;
  key?: string;
  /** Whole `Authorization` header. */
  authorization?: string;
}

/** Gives the identity anew for each request, so that rotated files and expiring tokens are followed. */
export interface IdentityProvider {
  /** Errors: ConnectionError `not-configured` with what is missing and the remedy. */
  current(): Promise<ClientIdentity>;
  /** Called when the cluster has answered 401: a cached credential is dropped. */
  rejected?(): void;
}

/** How a server is checked besides its CA. */
export interface ServerTrust {
  /** From `tls-server-name`: believed in place of the host of the URL. */
  serverName?: string;
  /** From `insecure-skip-tls-verify`: nothing is checked. */
  insecure: boolean;
}
