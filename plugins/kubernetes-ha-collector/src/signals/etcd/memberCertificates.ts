/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from 'backstage-plugin-kubernetes-ha-common';
import type {
  CertificateInfo,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import type { SourceContext } from '../../contracts';
import { refusalOfError, refused } from '../../refusals/classify';
import { within } from '../../refusals/deadline';
import { observedSignal, unknownSignal } from '../signals';
import { HANDSHAKE_MS } from './bounds';

/** A handshake costs more than all else that is asked of a member, and certificates change by the month. */
const INTERVAL_SECONDS = 60;

/**
 * Certificates of the client port and of the peer port. A client port that
 * shows none makes the signal unknown. The peer port is often closed to
 * everybody but the peers: then the client port's chain is observed alone, and
 * `via` names the port that was not read and why.
 */
export async function memberCertificates(
  context: SourceContext,
  clientUrl: string,
  peerUrl: string | undefined,
  previous: Signal<CertificateInfo[]> | undefined,
): Promise<Signal<CertificateInfo[]>> {
  const client = addressOf(clientUrl);
  const via = `TLS handshake with ${client}`;
  const read = context.connection.certificates?.bind(context.connection);
  if (!read) {
    return unknownSignal(
      context,
      'etcd',
      via,
      refused('not-exposed', message('detail.no-direct-route')),
    );
  }
  if (clientUrl.startsWith('http:')) {
    return unknownSignal(
      context,
      'etcd',
      via,
      refused('tls', message('detail.served-without-tls', { address: client })),
    );
  }
  if (isFresh(context, client, previous)) return previous;

  const peer = peerUrl === undefined ? undefined : addressOf(peerUrl);
  const [clientPort, peerPort] = await within(
    context.signal,
    HANDSHAKE_MS,
    signal =>
      Promise.allSettled([
        read(client, 'etcd-client-port', signal),
        peer === undefined ? [] : read(peer, 'etcd-peer-port', signal),
      ]),
  );
  if (clientPort.status === 'rejected') {
    const refusal = refusalOfError(clientPort.reason);
    return unknownSignal(context, 'etcd', via, refusal);
  }
  const peerCertificates =
    peerPort.status === 'fulfilled' ? peerPort.value : [];
  const notes =
    peerPort.status === 'fulfilled'
      ? `${via}${peer ? ` and ${peer}` : ''}`
      : `${via}; peer port ${peer} not read: ${
          refusalOfError(peerPort.reason).reason
        }`;
  return observedSignal(
    context,
    'etcd',
    notes,
    [...clientPort.value, ...peerCertificates],
    Math.max(context.intervalSeconds, INTERVAL_SECONDS),
  );
}

function isFresh(
  context: SourceContext,
  address: string,
  previous: Signal<CertificateInfo[]> | undefined,
): previous is Signal<CertificateInfo[]> {
  if (previous?.state !== 'observed') return false;
  const age = context.now().getTime() - Date.parse(previous.observedAt);
  return (
    age >= 0 &&
    age < INTERVAL_SECONDS * 1000 &&
    previous.value.some(({ endpoint }) => endpoint === address)
  );
}

function addressOf(url: string): string {
  const { hostname, port } = new URL(url);
  return `${hostname}:${port || '2379'}`;
}
