/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { isIP } from 'node:net';

/** `host:port`, with brackets around an IPv6 host. */
export function addressOf(host: string, port: number): string {
  return isIP(host) === 6 ? `[${host}]:${port}` : `${host}:${port}`;
}

/** The host of `host:port`, without brackets. */
export function hostOfAddress(address: string): string {
  const end = address.lastIndexOf(':');
  return (end === -1 ? address : address.slice(0, end)).replace(/^\[|\]$/g, '');
}
