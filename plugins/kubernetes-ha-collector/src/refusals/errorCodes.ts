/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { UnknownReason } from 'backstage-plugin-kubernetes-ha-common';

/**
 * Codes of Node's sockets (errno(3)), of its HTTP parser and of undici.
 * Source: https://nodejs.org/api/errors.html, undici docs/docs/api/Errors.md
 */
const reasons: Readonly<Record<string, UnknownReason>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'refused',
  ECONNABORTED: 'refused',
  ENETRESET: 'refused',
  ENOTCONN: 'refused',
  EPIPE: 'refused',
  // "other side closed", before an answer was complete.
  UND_ERR_SOCKET: 'refused',
  // Node's own word for the same.
  ERR_STREAM_PREMATURE_CLOSE: 'refused',

  EHOSTUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  // An IPv6 address on a machine without IPv6.
  EAFNOSUPPORT: 'unreachable',
  EACCES: 'unreachable',
  EPERM: 'unreachable',
  ENOTFOUND: 'unreachable',
  // Too many open files: this side cannot reach anything then.
  EMFILE: 'unreachable',
  ENFILE: 'unreachable',
  ENOBUFS: 'unreachable',
  UND_ERR_CLOSED: 'unreachable',
  UND_ERR_DESTROYED: 'unreachable',

  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_ABORTED: 'timeout',

  EPROTO: 'tls',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls',
  UNABLE_TO_GET_ISSUER_CERT: 'tls',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls',
  UNABLE_TO_GET_CRL: 'tls',
  UNABLE_TO_DECRYPT_CERT_SIGNATURE: 'tls',
  UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY: 'tls',
  HOSTNAME_MISMATCH: 'tls',
  INVALID_CA: 'tls',
  INVALID_PURPOSE: 'tls',
  PATH_LENGTH_EXCEEDED: 'tls',
  ERROR_IN_CERT_NOT_BEFORE_FIELD: 'tls',
  ERROR_IN_CERT_NOT_AFTER_FIELD: 'tls',

  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'invalid-response',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'too-large',
  UND_ERR_HEADERS_OVERFLOW: 'too-large',
  // An upgrade (HTTP 101) that nobody asked for.
  UND_ERR_NOT_SUPPORTED: 'invalid-response',
};

/** The reason that a code of a Node or undici error stands for, if it is one. */
export function reasonOfErrorCode(code: string): UnknownReason | undefined {
  const reason = reasons[code];
  if (reason) return reason;
  // OpenSSL's verification results and Node's own TLS and SSL errors are families.
  if (/^(CERT_|CRL_|ERR_TLS_|ERR_SSL_|ERR_OSSL_)/.test(code)) return 'tls';
  // getaddrinfo(3): the name has no address now.
  if (/^EAI_/.test(code)) return 'unreachable';
  // llhttp, the HTTP parser of both.
  if (/^HPE_/.test(code)) return 'invalid-response';
  return undefined;
}
