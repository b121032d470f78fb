/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { UnknownReason } from 'backstage-plugin-kubernetes-ha-common';

/**
 * The reason that a gRPC status stands for. grpc-js reports every failure to
 * connect as UNAVAILABLE and tells them apart only in its text.
 * Source: https://grpc.github.io/grpc/core/md_doc_statuscodes.html
 */
export function reasonOfGrpcStatus(
  code: number,
  message: string,
): UnknownReason | undefined {
  switch (code) {
    case 1: // CANCELLED: only we cancel, at the deadline
    case 4: // DEADLINE_EXCEEDED
      return 'timeout';
    case 5: // NOT_FOUND
    case 12: // UNIMPLEMENTED: this version does not have the call
      return 'not-found';
    case 7: // PERMISSION_DENIED
      return 'forbidden';
    case 8: // RESOURCE_EXHAUSTED: a message over the limit of this side, or etcd's quota
      return /larger than|message size/i.test(message)
        ? 'too-large'
        : 'server-error';
    case 14: // UNAVAILABLE
      return reasonOfUnavailable(message);
    case 16: // UNAUTHENTICATED
      return 'unauthorised';
    case 2: // UNKNOWN
    case 3: // INVALID_ARGUMENT
    case 6: // ALREADY_EXISTS
    case 9: // FAILED_PRECONDITION
    case 10: // ABORTED
    case 11: // OUT_OF_RANGE
    case 13: // INTERNAL
    case 15: // DATA_LOSS
      return 'server-error';
    default:
      return undefined;
  }
}

function reasonOfUnavailable(message: string): UnknownReason {
  if (/ETIMEDOUT|timed out|deadline/i.test(message)) return 'timeout';
  if (/certificate|self.signed|altname|\bSSL\b|\bTLS\b|EPROTO/i.test(message)) {
    return 'tls';
  }
  if (
    /ECONNREFUSED|ECONNRESET|EPIPE|connection (closed|dropped)/i.test(message)
  ) {
    return 'refused';
  }
  if (/^(?:14 UNAVAILABLE: )?etcdserver:/.test(message)) return 'server-error';
  return 'unreachable';
}
