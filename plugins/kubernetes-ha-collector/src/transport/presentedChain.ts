/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { X509Certificate } from 'node:crypto';
import { connect, createSecureContext, SecureContext } from 'node:tls';
import type { CertificateInfo } from 'backstage-plugin-kubernetes-ha-common';
import { ConnectionError } from '../contracts';
import { refusalOfError } from '../refusals/classify';
import { oneLine } from '../refusals/oneLine';
import { hostOf, sniOf } from './serverNames';

/** A chain longer than this is a mistake or an attack. (proposal) */
const CHAIN_LIMIT = 10;

/** One handshake. */
export interface HandshakeOptions {
  /** `host:port`. */
  address: string;
  /** Name in the TLS greeting. Default: the address's host, if it is a name. */
  servername?: string;
  signal: AbortSignal;
}

/**
 * The certificates that a TLS server shows, leaf first, as the snapshot keeps
 * them. Errors: those of {@link presentedCertificates}.
 */
export async function presentedChain(
  options: HandshakeOptions & { usage: CertificateInfo['usage'] },
): Promise<CertificateInfo[]> {
  const { address, usage } = options;
  const chain = await presentedCertificates(options);
  return chain.map(raw => certificateInfo(raw, address, usage));
}

/**
 * The certificates that a TLS server shows, leaf first. Trust is not judged, so
 * nothing is sent: no credential, no request; the handshake is all.
 *
 * Errors: ConnectionError, with the error of the socket as its cause;
 * `invalid-response` for a certificate that cannot be read.
 */
export async function presentedCertificates(
  options: HandshakeOptions,
): Promise<X509Certificate[]> {
  const { address, signal } = options;
  try {
    signal.throwIfAborted();
    return chainOf(await handshake(address, options.servername, signal));
  } catch (error) {
    const { reason, detail, failure } = refusalOfError(error);
    throw new ConnectionError(
      reason,
      `TLS handshake with ${address}: ${detail}`,
      { cause: error, failure },
    );
  }
}

/** Without roots the chain holds what was presented and nothing of ours. One for all handshakes: making it costs as much as one. */
let shared: SecureContext | undefined;
function withoutRoots(): SecureContext {
  shared ??= createSecureContext({ ca: [] });
  return shared;
}

function handshake(
  address: string,
  servername: string | undefined,
  signal: AbortSignal,
): Promise<X509Certificate | undefined> {
  const host = hostOf(address);
  const port = Number(new URL(`https://${address}`).port || 443);
  return new Promise((resolve, reject) => {
    const socket = connect({
      host,
      port,
      servername: servername ?? sniOf(host),
      rejectUnauthorized: false,
      secureContext: withoutRoots(),
      // Some ports serve gRPC alone (etcd with --listen-client-http-urls).
      ALPNProtocols: ['h2', 'http/1.1'],
    });
    const abort = () => socket.destroy(abortedBy(signal));
    signal.addEventListener('abort', abort, { once: true });
    const end = () => {
      signal.removeEventListener('abort', abort);
      socket.destroy();
    };
    socket.once('secureConnect', () => {
      const leaf = socket.getPeerX509Certificate();
      end();
      resolve(leaf);
    });
    socket.once('error', error => {
      end();
      reject(error);
    });
    socket.once('end', () => {
      end();
      reject(new ConnectionError('refused', 'closed by the other side'));
    });
  });
}

function abortedBy(signal: AbortSignal): Error {
  return new ConnectionError('timeout', 'no response before the deadline', {
    cause: signal.reason,
  });
}

function chainOf(leaf: X509Certificate | undefined): X509Certificate[] {
  const chain: X509Certificate[] = [];
  const seen = new Set<string>();
  let next = leaf;
  // A self-signed certificate is its own issuer.
  while (next && chain.length < CHAIN_LIMIT) {
    const certificate = readable(next);
    if (seen.has(certificate.fingerprint256)) break;
    seen.add(certificate.fingerprint256);
    chain.push(certificate);
    next = next.issuerCertificate;
  }
  return chain;
}

/** OpenSSL takes a certificate whose validity is no date at all; its server may be anybody's. */
function readable(certificate: X509Certificate): X509Certificate {
  const { validFrom, validTo } = certificate;
  const dates = [validFrom, validTo].map(text => Date.parse(text));
  if (!dates.some(Number.isNaN)) return certificate;
  throw new ConnectionError(
    'invalid-response',
    'a certificate whose validity is not a date',
  );
}

/** A certificate as the snapshot keeps it. A name in it may be as long as the whole. */
export function certificateInfo(
  certificate: X509Certificate,
  endpoint: string,
  usage: CertificateInfo['usage'],
): CertificateInfo {
  return {
    endpoint,
    usage,
    subject: oneLine(nameOf(certificate.subject)),
    issuer: oneLine(nameOf(certificate.issuer)),
    notBefore: new Date(certificate.validFrom).toISOString(),
    notAfter: new Date(certificate.validTo).toISOString(),
    isCa: certificate.ca,
    fingerprint: certificate.fingerprint256,
  };
}

/** Node writes a distinguished name one part a line. */
export function nameOf(name: string | undefined): string {
  return (name ?? '').split('\n').filter(Boolean).join(', ');
}
