/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { X509Certificate } from 'node:crypto';
import { connect, DetailedPeerCertificate } from 'node:tls';
import { mockServices } from '@backstage/backend-test-utils';
import type { Sections } from 'backstage-plugin-kubernetes-ha-common';
import {
  ClusterConnection,
  ConnectionError,
  SourceContext,
} from '../contracts';
import { onlyObserved } from '../collection/onlyObserved';

/** A collection of a self-managed cluster named `test`, every 30 seconds, through a connection that can only do handshakes. */
export function sourceContext(
  given: Partial<SourceContext> = {},
): SourceContext {
  return {
    cluster: {
      name: 'test',
      tier: 'production',
      platform: 'self-managed',
      connection: 'kubeconfig',
    },
    connection: handshakingConnection(),
    signal: AbortSignal.timeout(30_000),
    intervalSeconds: 30,
    previous: {},
    lastObserved: onlyObserved(given.previous ?? {}),
    now: () => new Date(),
    logger: mockServices.logger.mock(),
    ...given,
  };
}

/** The context of the next collection: it knows what this one saw. */
export function nextCollection(
  context: SourceContext,
  seen: Partial<Sections>,
): SourceContext {
  return {
    ...context,
    signal: AbortSignal.timeout(30_000),
    previous: { ...context.previous, ...seen },
    lastObserved: { ...context.lastObserved, ...onlyObserved(seen) },
  };
}

/** Reads certificates by real handshakes; no API behind it. */
export function handshakingConnection(): ClusterConnection {
  return {
    kind: 'kubeconfig',
    api: {
      url: 'https://127.0.0.1:1',
      request: () =>
        Promise.reject(new ConnectionError('refused', 'no API there')),
    },
    certificates: (address, usage, signal) =>
      new Promise((resolve, reject) => {
        const { hostname, port } = new URL(`https://${address}`);
        const socket = connect({
          host: hostname,
          port: Number(port),
          rejectUnauthorized: false,
        });
        signal.addEventListener('abort', () => socket.destroy(signal.reason));
        socket.on('error', reject);
        socket.once('secureConnect', () => {
          const peer: DetailedPeerCertificate = socket.getPeerCertificate(true);
          const leaf = new X509Certificate(peer.raw);
          resolve([
            {
              endpoint: address,
              usage,
              subject: leaf.subject,
              issuer: leaf.issuer,
              notBefore: new Date(leaf.validFrom).toISOString(),
              notAfter: new Date(leaf.validTo).toISOString(),
              isCa: leaf.ca,
              fingerprint: leaf.fingerprint256,
            },
          ]);
          socket.destroy();
        });
      }),
    close: async () => {},
  };
}
