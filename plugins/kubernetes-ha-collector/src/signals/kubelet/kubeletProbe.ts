/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from 'backstage-plugin-kubernetes-ha-common';
import {
  hasKubelet,
  KubeletInfo,
  NodeInfo,
} from 'backstage-plugin-kubernetes-ha-common';
import type { ClusterConnection, SourceContext } from '../../contracts';
import { addressOf } from '../apiserver/address';
import { Refusal, refusalOfError, refused } from '../../refusals/classify';
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
    const unprobed = unknownSignal(
      context,
      source,
      `Node ${node.name}`,
      refused(
        'invalid-response',
        message('detail.node-without-machine-address', {
          address: `${address}:${node.kubeletPort}`,
        }),
      ),
    );
    return { certificates: unprobed, config: unprobed, nodeName: node.name };
  }
  const nothing = absentSignal(
    context,
    source,
    `Node ${node.name}`,
    refused(
      'not-installed',
      hasKubelet(node)
        ? message('detail.no-kubelet-port')
        : message('detail.virtual-node'),
    ),
  );
  return { certificates: nothing, config: nothing, nodeName: node.name };
}

/** One kubelet, and what its answers are written with. */
interface Probe {
  context: SourceContext;
  source: string;
  connection: DirectConnection;
  address: string;
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
    intervalSeconds,
  };
  const [config, certificates] = await within(
    context.signal,
    ANSWER_MS,
    signal =>
      Promise.all([configOf(probe, signal), certificatesOf(probe, signal)]),
  );
  return { certificates, config, nodeName: node.name };
}

async function configOf(
  { context, source, connection, address, intervalSeconds }: Probe,
  signal: AbortSignal,
): Promise<KubeletInfo['config']> {
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
function withRemedy(refusal: Refusal): Refusal {
  const { reason, detail } = refusal;
  switch (reason) {
    case 'tls':
      return {
        ...refusal,
        ...refused(
          reason,
          message('detail.kubelet-own-certificate', { detail }),
        ),
      };
    case 'unauthorised':
      return refused(
        reason,
        message('detail.kubelet-webhook-authentication', { detail }),
      );
    case 'forbidden':
      return refused(
        reason,
        message('detail.kubelet-configz-right', { detail }),
      );
    default:
      return refusal;
  }
}

async function certificatesOf(
  { context, source, connection, address, intervalSeconds }: Probe,
  signal: AbortSignal,
): Promise<KubeletInfo['certificates']> {
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
