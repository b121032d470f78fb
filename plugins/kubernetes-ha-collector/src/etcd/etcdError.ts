/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { status } from '@grpc/grpc-js';
import type { UnknownReason } from 'backstage-plugin-kubernetes-ha-common';
import { ConnectionError } from '../contracts';
import { ANSWER_FIX } from './answerBound';
import { reasonOfGrpcStatus } from '../refusals/grpcStatus';

/** A call to a member that did not succeed: the reason, and etcd's own words. */
export class EtcdCallError extends ConnectionError {
  /** gRPC status code. */
  readonly code: number;
  /** True when etcd itself answered, so the member lives and speaks. */
  readonly answered: boolean;

  constructor(endpoint: string, call: string, code: number, details: string) {
    // etcd prefixes its own errors with the layer that made them ("etcdserver: no leader").
    const answered = /^(etcdserver|mvcc|lease|auth|raft)\b/.test(details);
    const reason = answered ? 'server-error' : reasonOf(code, details);
    super(
      reason,
      `${endpoint} ${call}: ${
        reason === 'too-large' ? sizeOf(details) : details
      }`,
    );
    this.name = 'EtcdCallError';
    this.code = code;
    this.answered = answered;
  }

  /** The revision that was asked for is compacted away, or not yet there: ask again with a newer one. */
  get revisionGone(): boolean {
    return this.code === status.OUT_OF_RANGE;
  }
}

/** What grpc-js says of an answer beyond the bound of this side, in the words of every bound. */
function sizeOf(details: string): string {
  const [, observed, bound] =
    /larger than max \((\d+) vs\.? (\d+)\)/.exec(details) ?? [];
  const [, unpacked] = /size larger than (\d+)/.exec(details) ?? [];
  if (!bound && !unpacked) return details;
  const size = bound
    ? `${observed} bytes; the bound is ${bound}`
    : `more than ${unpacked} bytes`;
  return `an answer of ${size}. ${ANSWER_FIX}`;
}

function reasonOf(code: number, details: string): UnknownReason {
  // An answer that cannot be decoded arrives as INTERNAL from this side of the wire.
  if (code === status.INTERNAL && /parsing|deserializ/i.test(details)) {
    return 'invalid-response';
  }
  return reasonOfGrpcStatus(code, details) ?? 'invalid-response';
}
