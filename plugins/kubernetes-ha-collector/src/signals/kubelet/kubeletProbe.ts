/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  hasKubelet,
  KubeletInfo,
  NodeInfo,
} from 'backstage-plugin-kubernetes-ha-common';
import type { ClusterConnection, SourceContext } from '../../contracts';
import { addressOf } from '../apiserver/address';
import { Refusal, refusalOfError } from '../../refusals/classify';
import { within } from '../../refusals/deadline';
import { readJson } from '../read';
import { absentSignal, observedSignal, unknownSignal } from '../signals';
import { ANSWER_MS, CONFIGZ } from './bounds';
import { parseConfigz } from './configz';

/** A connection with a direct route to kubelets. */
export type DirectConnection = ClusterConnection &
  Required<Pick<ClusterConnection, 'kubelet' | 'certificates'>>;

/** A node without a kubelet that could be asked: there is nothing to read, or it names an address that is of no machine. */
export function withoutKubelet(
  context: SourceContext,
  source: string,
  node: NodeInfo,
): KubeletInfo {
  const [address] = node.internalIPs;
  if (hasKubelet(node) && address !== undefined && node.kubeletPort) {
    const refused = unknownSignal(context, source, `Node ${node.name}`, {
      reason: 'invalid-response',
      detail: `not asked, for the Node names no IP address and port of a machine: ${address}:${node.kubeletPort}`,
    });
    return { nodeName: node.name, config: refused, certificates: refused };
  }
  const nothing = absentSignal(context, source, `Node ${node.name}`, {
    reason: 'not-installed',
    detail: hasKubelet(node)
      ? 'the node has no kubelet port (status.daemonEndpoints) or address'
      : 'a virtual node, which has no kubelet',
  });
  return { nodeName: node.name, config: nothing, certificates: nothing };
}

/** One kubelet, and what its answers are written with. */
interface Probe {
  context: SourceContext;
  source: string;
  connection: DirectConnection;
  address: string;
  /** Ends both questions. */
  signal: AbortSignal;
  /** How often it is its turn. */
  intervalSeconds: number;
}

/** What a kubelet says at its own address. `intervalSeconds` is how often it is its turn. */
export async function probeKubelet(
  context: SourceContext,
  source: string,
  connection: DirectConnection,
  node: NodeInfo,
  intervalSeconds: number,
): Promise<KubeletInfo> {
  const probe: Probe = {
    context,
    source,
    connection,
    address: addressOf(node.internalIPs[0], node.kubeletPort ?? 0),
    signal: within(context.signal, ANSWER_MS),
    intervalSeconds,
  };
  const [config, certificates] = await Promise.all([
    configOf(probe),
    certificatesOf(probe),
  ]);
  return { nodeName: node.name, config, certificates };
}

async function configOf({
  context,
  source,
  connection,
  address,
  signal,
  intervalSeconds,
}: Probe): Promise<KubeletInfo['config']> {
  const via = `GET https://${address}/configz`;
  const config = await readJson(
    connection.kubelet(address),
    { path: '/configz', signal },
    parseConfigz,
    CONFIGZ,
  );
  return config.ok
    ? observedSignal(context, source, via, config.value, intervalSeconds)
    : unknownSignal(context, source, via, withRemedy(config.refusal));
}

/** What a kubelet's usual refusals come from. */
function withRemedy({ reason, detail }: Refusal): Refusal {
  switch (reason) {
    case 'tls':
      return {
        reason,
        detail: `${detail}. A kubelet signs its own certificate unless serverTLSBootstrap is on; a token is not sent to one that cannot prove itself`,
      };
    case 'unauthorised':
      return {
        reason,
        detail: `${detail}. The kubelet must accept webhook authentication (authentication.webhook.enabled)`,
      };
    case 'forbidden':
      return {
        reason,
        detail: `${detail}. The reader needs get on nodes/configz (Kubernetes 1.33 or newer)`,
      };
    default:
      return { reason, detail };
  }
}

async function certificatesOf({
  context,
  source,
  connection,
  address,
  signal,
  intervalSeconds,
}: Probe): Promise<KubeletInfo['certificates']> {
  const via = `TLS handshake with ${address}`;
  try {
    const [leaf] = await connection.certificates(
      address,
      'kubelet-serving',
      signal,
    );
    // The leaf alone: the CA above it is the same for thousands of nodes.
    return observedSignal(
      context,
      source,
      via,
      leaf ? [leaf] : [],
      intervalSeconds,
    );
  } catch (error) {
    return unknownSignal(context, source, via, refusalOfError(error));
  }
}
