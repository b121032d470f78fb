/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { X509Certificate } from 'node:crypto';
import { connect, DetailedPeerCertificate } from 'node:tls';
import type { CertificateInfo } from 'backstage-plugin-kubernetes-ha-common';
import { ConnectionError } from '../contracts';
import { refusalOfError } from '../refusals/classify';
import { hostOf, sniOf } from './serverNames';

/** A chain longer than this is a mistake or an attack. (proposal) */
const CHAIN_LIMIT = 10;

/**
 * The certificates that a TLS server shows, leaf first. Trust is not judged, so
 * nothing is sent: no credential, no request; the handshake is all.
 *
 * Errors: ConnectionError.
 */
export async function presentedChain(options: {
  /** `host:port`. */
  address: string;
  usage: CertificateInfo['usage'];
  /** Name in the TLS greeting. Default: the address's host, if it is a name. */
  servername?: string;
  signal: AbortSignal;
}): Promise<CertificateInfo[]> {
  const { address, usage, signal } = options;
  try {
    signal.throwIfAborted();
    const leaf = await handshake(address, options.servername, signal);
    return chainOf(leaf).map(raw => certificateInfo(raw, address, usage));
  } catch (error) {
    const { reason, detail } = refusalOfError(error);
    throw new ConnectionError(
      reason,
      `TLS handshake with ${address}: ${detail}`,
      { cause: error },
    );
  }
}

function handshake(
  address: string,
  servername: string | undefined,
  signal: AbortSignal,
): Promise<DetailedPeerCertificate> {
  const host = hostOf(address);
  const port = Number(new URL(`https://${address}`).port || 443);
  return new Promise((resolve, reject) => {
    const socket = connect({
      host,
      port,
      servername: servername ?? sniOf(host),
      rejectUnauthorized: false,
      // No roots: the chain then holds what was presented and nothing of ours.
      ca: [],
      ALPNProtocols: ['http/1.1'],
    });
    const abort = () => socket.destroy(abortedBy(signal));
    signal.addEventListener('abort', abort, { once: true });
    const end = () => {
      signal.removeEventListener('abort', abort);
      socket.destroy();
    };
    socket.once('secureConnect', () => {
      const leaf = socket.getPeerCertificate(true);
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
  return new ConnectionError('timeout', 'no answer before the deadline', {
    cause: signal.reason,
  });
}

function chainOf(leaf: DetailedPeerCertificate): X509Certificate[] {
  const chain: X509Certificate[] = [];
  const seen = new Set<string>();
  let next: DetailedPeerCertificate | undefined = leaf;
  // A self-signed certificate is its own issuer.
  while (next?.raw && chain.length < CHAIN_LIMIT) {
    const certificate = new X509Certificate(next.raw);
    if (seen.has(certificate.fingerprint256)) break;
    seen.add(certificate.fingerprint256);
    chain.push(certificate);
    next = next.issuerCertificate;
  }
  return chain;
}

/** A certificate as the snapshot keeps it. */
export function certificateInfo(
  certificate: X509Certificate,
  endpoint: string,
  usage: CertificateInfo['usage'],
): CertificateInfo {
  return {
    endpoint,
    usage,
    subject: nameOf(certificate.subject),
    issuer: nameOf(certificate.issuer),
    notBefore: new Date(certificate.validFrom).toISOString(),
    notAfter: new Date(certificate.validTo).toISOString(),
    isCa: certificate.ca,
    fingerprint: certificate.fingerprint256,
  };
}

/** Node writes a distinguished name one part a line. */
function nameOf(name: string | undefined): string {
  return (name ?? '').split('\n').filter(Boolean).join(', ');
}
