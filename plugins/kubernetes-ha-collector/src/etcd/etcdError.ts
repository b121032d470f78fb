/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { status } from '@grpc/grpc-js';
import {
  type Beyond,
  type ConnectionFailure,
  say,
  type UnknownReason,
} from 'backstage-plugin-kubernetes-ha-common';
import { boundMessage } from '../bounds/exceeded';
import { ConnectionError } from '../contracts';
import { connectionFaultOf } from '../refusals/connectionFault';
import { reasonOfGrpcStatus } from '../refusals/grpcStatus';
import { withTrusted } from '../transport/trustedBy';

/** A call to a member that did not succeed: the reason, and etcd's own words. */
export class EtcdCallError extends ConnectionError {
  /** gRPC status code. */
  readonly code: number;
  /** True when etcd itself answered, so the member lives and speaks. */
  readonly answered: boolean;

  constructor(
    endpoint: string,
    call: string,
    code: number,
    details: string,
    trusted?: ConnectionFailure['trusted'],
  ) {
    // etcd prefixes its own errors with the layer that made them ("etcdserver: no leader").
    const answered = /^(etcdserver|mvcc|lease|auth|raft)\b/.test(details);
    const reason = answered ? 'server-error' : reasonOf(code, details);
    const size = reason === 'too-large' ? sizeIn(details) : undefined;
    const why =
      size && boundMessage('bound.etcd-answer', { endpoint, call, ...size });
    super(reason, why ? say(why) : `${endpoint} ${call}: ${details}`, {
      failure: withTrusted(failureOf(reason, details), () => trusted),
      why,
    });
    this.name = 'EtcdCallError';
    this.code = code;
    this.answered = answered;
  }

  /** The revision that was asked for is compacted away, or not yet there: ask again with a newer one. */
  get revisionGone(): boolean {
    return this.code === status.OUT_OF_RANGE;
  }
}

/** What grpc-js says of an answer beyond the bound of this side. */
function sizeIn(details: string): Beyond | undefined {
  const [, observed, bound] =
    /larger than max \((\d+) vs\.? (\d+)\)/.exec(details) ?? [];
  const [, unpacked] = /size larger than (\d+)/.exec(details) ?? [];
  if (bound) {
    return { observed: Number(observed), bound: Number(bound), unit: 'bytes' };
  }
  return unpacked
    ? { observed: 'more', bound: Number(unpacked), unit: 'bytes' }
    : undefined;
}

/** UNAVAILABLE is all that grpc-js says of a connection that was not made, but for the words. */
function failureOf(
  reason: UnknownReason,
  details: string,
): ConnectionFailure | undefined {
  if (!['refused', 'unreachable', 'tls'].includes(reason)) return undefined;
  const fault = connectionFaultOf(undefined, details);
  return fault && { fault };
}

function reasonOf(code: number, details: string): UnknownReason {
  // An answer that cannot be decoded arrives as INTERNAL from this side of the wire.
  if (code === status.INTERNAL && /parsing|deserializ/i.test(details)) {
    return 'invalid-response';
  }
  return reasonOfGrpcStatus(code, details) ?? 'invalid-response';
}
