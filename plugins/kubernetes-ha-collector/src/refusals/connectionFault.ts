/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ConnectionFault } from 'backstage-plugin-kubernetes-ha-common';

/**
 * Codes of Node's sockets, of its TLS and of OpenSSL's verification.
 * Source: https://nodejs.org/api/tls.html#x509-certificate-error-codes
 */
const faults: Readonly<Record<string, ConnectionFault>> = {
  ECONNRESET: 'closed',
  ECONNABORTED: 'closed',
  EPIPE: 'closed',
  UND_ERR_SOCKET: 'closed',

  ENOTFOUND: 'name-not-found',

  EHOSTUNREACH: 'no-route',
  EHOSTDOWN: 'no-route',
  ENETUNREACH: 'no-route',
  ENETDOWN: 'no-route',
  EADDRNOTAVAIL: 'no-route',
  EAFNOSUPPORT: 'no-route',

  DEPTH_ZERO_SELF_SIGNED_CERT: 'unknown-authority',
  SELF_SIGNED_CERT_IN_CHAIN: 'unknown-authority',
  UNABLE_TO_GET_ISSUER_CERT: 'unknown-authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown-authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknown-authority',
  UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY: 'unknown-authority',
  CERT_UNTRUSTED: 'unknown-authority',
  CERT_SIGNATURE_FAILURE: 'unknown-authority',
  INVALID_CA: 'unknown-authority',

  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-not-yet-valid',
  HOSTNAME_MISMATCH: 'name-mismatch',
  ERR_TLS_CERT_ALTNAME_INVALID: 'name-mismatch',
  ERR_SSL_WRONG_VERSION_NUMBER: 'no-tls',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'no-tls',
};

/**
 * The same in words, for grpc-js gives no code (Node's and OpenSSL's messages
 * stand in its own). An alert is what the server says of our certificate, so
 * it comes before the words that stand in ours of its.
 */
const wordings: readonly [RegExp, ConnectionFault][] = [
  [
    /alert (unknown ca|bad certificate|unsupported certificate|certificate (expired|required|unknown|revoked))/i,
    'client-certificate',
  ],
  [/wrong version number/i, 'no-tls'],
  [/certificate has expired|CERT_HAS_EXPIRED/, 'certificate-expired'],
  [/certificate is not yet valid/, 'certificate-not-yet-valid'],
  [
    /self[- ]signed certificate|unable to verify the first certificate|unable to get (local )?issuer certificate|invalid CA certificate/i,
    'unknown-authority',
  ],
  [/does not match certificate's altnames|ALTNAME_INVALID/, 'name-mismatch'],
  [/ENOTFOUND|EAI_|Name resolution failed/, 'name-not-found'],
  [/EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN/, 'no-route'],
  [/ECONNRESET|EPIPE|connection (closed|dropped)/i, 'closed'],
];

/** What kept a connection from being made, by the code of an error or else by its words. */
export function connectionFaultOf(
  code: unknown,
  message: string,
): ConnectionFault | undefined {
  if (typeof code === 'string') {
    if (/^ERR_SSL_.*ALERT_.*(CERTIFICATE|UNKNOWN_CA)/.test(code)) {
      return 'client-certificate';
    }
    // getaddrinfo(3): the name has no address now.
    if (code.startsWith('EAI_')) return 'name-not-found';
    if (faults[code]) return faults[code];
  }
  return wordings.find(([pattern]) => pattern.test(message))?.[1];
}
