/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import {
  ConnectPart,
  message,
  Message,
} from 'backstage-plugin-kubernetes-ha-common';
import { ConnectionError } from '../contracts';
import { within } from '../refusals/deadline';
import { isErrorLike } from '../refusals/errorLike';
import { nameOf, presentedCertificates } from '../transport/presentedChain';
import { hostOf } from '../transport/serverNames';

/** A server that lives shakes hands within milliseconds. (proposal) */
const HANDSHAKE_MS = 3_000;

/** An address that gave no answer, and what it should have proved itself with. */
export interface ProbedTarget {
  /** `host:port`, of a server that speaks TLS; without TLS, only what came back is known. */
  address: string;
  isTls: boolean;
  /** Certificates of the configured CA, and the key or file that they are from. Missing: not known here. */
  ca?: { certificates: readonly X509Certificate[]; from: string };
  /** The client certificate that was shown: file or key. */
  clientCertificate?: string;
  /** Names that the certificate may be for. Default: the host of the address. */
  names?: readonly string[];
}

/**
 * What does not match between configuration and the server at an address, for
 * a probe that had no answer. Shakes hands once more, to see what is served.
 * Throws nothing that a server does.
 */
export async function mismatchOf(
  part: Pick<ConnectPart, 'reason' | 'detail'>,
  target: ProbedTarget,
  signal: AbortSignal,
): Promise<Message> {
  const { address } = target;
  if (!target.isTls) return withoutTls(part, address);
  let served: X509Certificate[];
  try {
    served = await within(signal, HANDSHAKE_MS, ending =>
      presentedCertificates({
        address,
        servername: target.names?.find(name => isIP(name) === 0),
        signal: ending,
      }),
    );
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error;
    return ofHandshake(error, address);
  }
  const mismatch = ofCertificates(served, target);
  if (mismatch) return mismatch;
  const { reason, detail = '' } = part;
  const { clientCertificate: from } = target;
  // The server is the right one, and speaks to whoever shows no certificate: it is ours that it cuts off.
  const isCutOff =
    reason === 'tls' || reason === 'refused' || reason === 'unreachable';
  if (from !== undefined && isCutOff) {
    return message('connect.client-certificate', { address, from });
  }
  return message('connect.other', { address, detail });
}

function withoutTls(
  { reason, detail = '' }: Pick<ConnectPart, 'reason' | 'detail'>,
  address: string,
): Message {
  if (/\b(ENOTFOUND|EAI_[A-Z]+)\b/.test(detail)) {
    return message('connect.host-not-found', { host: hostOf(address) });
  }
  return byReason(reason, address, detail);
}

/** Why there was no handshake: by the code of the socket's error. */
function ofHandshake(error: ConnectionError, address: string): Message {
  const code = codeOf(error);
  if (code === 'ENOTFOUND' || code.startsWith('EAI_')) {
    return message('connect.host-not-found', { host: hostOf(address) });
  }
  // What a server without TLS says is no TLS record.
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG/.test(code)) {
    return message('connect.no-tls', { address });
  }
  return byReason(error.reason, address, error.message);
}

function byReason(
  reason: ConnectPart['reason'],
  address: string,
  detail: string,
): Message {
  switch (reason) {
    case 'refused':
      return message('connect.refused', { address });
    case 'timeout':
      return message('connect.timeout', { address });
    case 'unreachable':
      return message('connect.unreachable', { address, detail });
    default:
      return message('connect.other', { address, detail });
  }
}

function codeOf(error: unknown): string {
  if (!isErrorLike(error)) return '';
  if (typeof error.code === 'string') return error.code;
  return codeOf(error.errors?.[0] ?? error.cause);
}

function ofCertificates(
  served: readonly X509Certificate[],
  { address, ca, names = [hostOf(address)] }: ProbedTarget,
): Message | undefined {
  const [leaf] = served;
  if (!leaf) return message('connect.no-tls', { address });
  if (ca && !served.some(each => isSignedBy(each, ca.certificates))) {
    return message('connect.other-ca', {
      address,
      issuer: nameOf(served[served.length - 1].issuer),
      from: ca.from,
      configured: ca.certificates.map(each => nameOf(each.subject)),
    });
  }
  const nowMs = Date.now();
  if (Date.parse(leaf.validTo) < nowMs || Date.parse(leaf.validFrom) > nowMs) {
    return message('connect.not-valid-now', {
      address,
      notBefore: new Date(leaf.validFrom).toISOString(),
      notAfter: new Date(leaf.validTo).toISOString(),
    });
  }
  if (!names.some(name => isFor(leaf, name))) {
    return message('connect.other-name', {
      address,
      expected: [...names],
      served: (leaf.subjectAltName ?? nameOf(leaf.subject)).split(', '),
    });
  }
  return undefined;
}

/** By signature: clusters of kubeadm all name their CAs alike. */
function isSignedBy(
  certificate: X509Certificate,
  cas: readonly X509Certificate[],
): boolean {
  return cas.some(
    ca =>
      ca.fingerprint256 === certificate.fingerprint256 ||
      (certificate.checkIssued(ca) && certificate.verify(ca.publicKey)),
  );
}

function isFor(leaf: X509Certificate, name: string): boolean {
  const found = isIP(name) ? leaf.checkIP(name) : leaf.checkHost(name);
  return found !== undefined;
}
