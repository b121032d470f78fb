/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  GivenParams,
  Message,
  MessageCode,
  MessageParams,
  ParamsOf,
} from 'backstage-plugin-kubernetes-ha-common';
import { ConnectionError } from '../contracts';

/** What a bound counts: bytes, items, or time. */
export type ExceededReason = 'too-large' | 'too-many' | 'too-slow';

/** Codes of sentences about a bound. */
type BoundCode = Extract<MessageCode, `bound.${string}`>;

/**
 * A sentence about a bound, as data. The catalogues are known by their types
 * alone: readers run in a thread of their own, which would otherwise load every
 * check and every sentence of both languages (measured: 100 MB and a second of
 * CPU for each thread).
 */
export function boundMessage<C extends BoundCode>(
  code: C,
  params: GivenParams<ParamsOf<C>>,
): Message {
  return { code, params: { ...(params as MessageParams) } };
}

/**
 * The error of a read that went beyond a bound: `why` says what was observed,
 * the bound, and what to do. It is worded where it is shown (see
 * refusalOfError); the error's own text is for logs.
 */
export function exceeded(
  reason: ExceededReason,
  why: Message,
): ConnectionError {
  return new ConnectionError(
    reason,
    `${why.code} ${JSON.stringify(why.params)}`,
    { why },
  );
}
