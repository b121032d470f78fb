/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ApiResponse, ConnectionError } from '../contracts';

/** Not asked, because the other side wants to be left alone for some time yet. */
export class NotYetError extends ConnectionError {
  readonly waitMs: number;

  constructor(what: string, waitMs: number) {
    super(
      'throttled',
      `${what}: not sent, because the server returned HTTP 429 with Retry-After ${Math.ceil(
        waitMs / 1000,
      )} s`,
    );
    this.waitMs = waitMs;
  }
}

/**
 * Seconds for which a throttled reader is asked to stay away; nothing when it
 * is not. A number or a date. Source: RFC 9110, §10.2.3
 */
export function retryAfterSeconds(
  { status, headers }: Pick<ApiResponse, 'status' | 'headers'>,
  nowMs: number,
): number | undefined {
  const asked = headers['retry-after']?.trim();
  if (status !== 429 || !asked) return undefined;
  if (/^\d+$/.test(asked)) return Number(asked);
  const until = Date.parse(asked);
  return Number.isNaN(until)
    ? undefined
    : Math.max(0, Math.ceil((until - nowMs) / 1000));
}
