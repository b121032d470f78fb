/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** A host and, where it is given, a port. Hosts are lower case and without brackets. */
export interface HostPort {
  host: string;
  port?: number;
}

/**
 * Host and port of a URL, `host:port`, `[v6]:port` or a bare host. Undefined
 * for an empty text.
 */
export function hostPort(text: string): HostPort | undefined {
  const found =
    /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^@/]*@)?(?:\[([^\]]+)\]|([^:/?#]+(?=[:/?#]|$))|([0-9a-f:]+))(?::(\d+))?(?:[/?#].*)?$/i.exec(
      text.trim(),
    );
  const host = found?.[1] ?? found?.[2] ?? found?.[3];
  if (!found || !host) return undefined;
  return {
    host: host.toLowerCase(),
    ...(found[4] !== undefined && { port: Number(found[4]) }),
  };
}

/** True for a host that is always the machine itself. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

/** True for an address, false for a name. */
export function isIp(host: string): boolean {
  return /^\d+\.\d+\.\d+\.\d+$/.test(host) || host.includes(':');
}
