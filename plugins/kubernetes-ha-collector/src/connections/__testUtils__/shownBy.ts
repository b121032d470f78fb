/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';

/** What a client showed of itself with one request: all that a kubeconfig decides. */
export interface Shown {
  url?: string;
  authorization?: string;
  /** Common name of the client certificate. */
  certificate?: string;
  /** Name in the TLS greeting. */
  greeted?: string;
}

/** What a request shows, without what is not there. */
export function shownBy(request: IncomingMessage): Shown {
  const { socket, url, headers } = request;
  const shown: Shown = { url };
  if (headers.authorization) shown.authorization = headers.authorization;
  if (!(socket instanceof TLSSocket)) return shown;
  const name: unknown = socket.getPeerCertificate().subject?.CN;
  if (typeof name === 'string') shown.certificate = name;
  if (socket.servername) shown.greeted = socket.servername;
  return shown;
}
