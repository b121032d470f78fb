/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { CLIENT_URLS } from './bounds';

/**
 * The addresses of a member that can be asked: scheme, host and port of those
 * of its client URLs that are http or https. A member that announces more than
 * the bound is asked at none of them: thousands of URLs are thousands of
 * sockets.
 */
export function askableUrls(clientUrls: readonly string[]): string[] {
  if (clientUrls.length > CLIENT_URLS) return [];
  return [
    ...new Set(clientUrls.filter(isHttp).map(url => new URL(url).origin)),
  ];
}

/** Whether it is a URL of the HTTP that gRPC speaks; etcd may also listen on `unix://`. */
export function isHttp(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol } = new URL(url);
  return protocol === 'http:' || protocol === 'https:';
}

/** Why a member has no address to be asked at; nothing when it should have one. */
export function whyNotAskable(
  clientUrls: readonly string[],
): string | undefined {
  if (clientUrls.length > CLIENT_URLS) {
    return `it announces ${clientUrls.length} client URLs; the bound is ${CLIENT_URLS}. Set --advertise-client-urls to the addresses that clients use`;
  }
  const others = clientUrls.filter(url => !isHttp(url));
  if (others.length === 0 || others.length < clientUrls.length)
    return undefined;
  return `its client URLs are not http or https (${others.join(
    ', ',
  )}) and were ignored. Set --advertise-client-urls to an address that other machines reach`;
}
