/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { status } from '@grpc/grpc-js';
import type { UnknownReason } from 'backstage-plugin-kubernetes-ha-common';
import { ConnectionError } from '../contracts';
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
    super(
      answered ? 'server-error' : reasonOf(code, details),
      `${endpoint} ${call}: ${details}`,
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

function reasonOf(code: number, details: string): UnknownReason {
  // An answer that cannot be decoded arrives as INTERNAL from this side of the wire.
  if (code === status.INTERNAL && /parsing|deserializ/i.test(details)) {
    return 'invalid-response';
  }
  return reasonOfGrpcStatus(code, details) ?? 'invalid-response';
}
