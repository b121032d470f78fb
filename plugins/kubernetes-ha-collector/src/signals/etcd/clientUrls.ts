/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Message, message } from 'backstage-plugin-kubernetes-ha-common';
import { CLIENT_URLS } from './bounds';

/**
 * The addresses of a member that can be probed: scheme, host and port of those
 * of its client URLs that are http or https. A member that announces more than
 * the bound is probed at none of them: thousands of URLs are thousands of
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

/** Why a member has no address at which it can be probed, and what to do. */
export function noAddressOf(
  member: string,
  clientUrls: readonly string[],
): Message {
  if (clientUrls.length > CLIENT_URLS) {
    return message('detail.too-many-client-urls', {
      member,
      urls: clientUrls.length,
      bound: CLIENT_URLS,
    });
  }
  const isAnyHttp = clientUrls.some(isHttp);
  return clientUrls.length === 0 || isAnyHttp
    ? message('detail.no-client-url', { member, urls: clientUrls })
    : message('detail.client-urls-not-http', { member, urls: clientUrls });
}
