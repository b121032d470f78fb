/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { z } from 'zod/v4';

function urlOf(protocols: readonly string[], path: 'no-path' | 'any-path') {
  return (text: string): boolean => {
    if (!URL.canParse(text)) return false;
    const url = new URL(text);
    return (
      protocols.includes(url.protocol) &&
      url.username === '' &&
      url.password === '' &&
      (path === 'any-path' || (url.pathname === '/' && url.search === ''))
    );
  };
}

/** An `https://host:port`, without a path and without credentials in it. */
export const httpsUrl = z.string().refine(urlOf(['https:'], 'no-path'), {
  error: 'https://host:port, without user, password or path',
});

/** An `http(s)://host:port/path` without credentials in it. */
export const httpUrl = z
  .string()
  .refine(urlOf(['https:', 'http:'], 'any-path'), {
    error: 'http(s)://host:port, without user or password in it',
  });

/** `host:port`; an IPv6 address in brackets. */
export const hostAndPort = z.string().refine(
  text => {
    const parts = /^(\[[0-9a-f:.]+\]|[^\s:/@\[\]]+):(\d{1,5})$/i.exec(text);
    return parts !== null && Number(parts[2]) >= 1 && Number(parts[2]) <= 65535;
  },
  { error: 'host:port, an IPv6 address in brackets, without scheme' },
);
