/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { refused } from '../../refusals/classify';
import { message } from 'backstage-plugin-kubernetes-ha-common';
import {
  freshOrUnknown,
  hasKubelet,
  KubeletInfo,
  NodeInfo,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import type {
  ClusterConnection,
  SignalSource,
  SourceContext,
} from '../../contracts';
import { isMachineAddress, isPort } from '../../transport/machineAddress';
import { concurrently } from '../concurrently';
import { previousValue } from '../previousValue';
import { observedSignal, unknownSignal } from '../signals';
import { AT_ONCE, NODES_A_COLLECTION, SOURCE_MS } from './bounds';
import { DirectConnection, probeKubelet, withoutKubelet } from './kubeletProbe';
import { whoseTurn } from './rotation';

const SOURCE = 'kubelet';

/**
 * Configuration and serving certificate of each kubelet, asked directly. The
 * API server's proxy to a kubelet would need `nodes/proxy`, which grants exec
 * and attach as well, so it is never used; the kubelet itself asks whether the
 * reader may `get nodes/configz` (KEP-2862).
 */
export function createKubeletSource(): SignalSource<'kubelets'> {
  return {
    id: SOURCE,
    group: 'inventory',
    provides: ['kubelets'],
    needs: ['nodes'],
    deadlineMs: SOURCE_MS,
    observe: async context => ({ kubelets: await observeKubelets(context) }),
  };
}

async function observeKubelets(
  context: SourceContext,
): Promise<Signal<KubeletInfo[]>> {
  const { connection } = context;
  if (!isDirect(connection)) {
    return unknownSignal(
      context,
      SOURCE,
      connection.api.url,
      refused('not-exposed', message('detail.kubelet-needs-proxy')),
    );
  }
  const nodes = previousValue(context.previous, 'nodes');
  if (!nodes) {
    // Kubelets are found by their Nodes: what hides those hides these.
    const { nodes: hidden } = context.previous;
    return unknownSignal(
      context,
      SOURCE,
      'section nodes',
      hidden?.state === 'unknown'
        ? hidden
        : refused('not-collected', message('detail.nodes-not-collected')),
    );
  }
  const before = new Map(
    (previousValue(context.lastObserved, 'kubelets') ?? []).map(kubelet => [
      kubelet.nodeName,
      kubelet,
    ]),
  );
  const askable = nodes.filter(isAskable);
  const turn = whoseTurn(askable, before, NODES_A_COLLECTION);
  const rounds = Math.max(1, Math.ceil(askable.length / NODES_A_COLLECTION));
  const seconds = context.intervalSeconds * rounds;
  const asked = new Map(
    await concurrently(turn, AT_ONCE, async node => {
      const probe = probeKubelet(context, SOURCE, connection, node, seconds);
      return [node, await probe] as const;
    }),
  );
  const kubelets = nodes.map(
    node =>
      asked.get(node) ??
      (isAskable(node)
        ? waiting(context, node, before.get(node.name))
        : withoutKubelet(context, SOURCE, node)),
  );
  return observedSignal(
    context,
    SOURCE,
    'GET https://{node}:{port}/configz',
    kubelets,
  );
}

/** A node whose turn has not come: what was seen at its last one, as long as that is fresh. */
function waiting(
  context: SourceContext,
  node: NodeInfo,
  before: KubeletInfo | undefined,
): KubeletInfo {
  if (before && before.config.state !== 'absent') {
    const nowMs = context.now().getTime();
    return {
      certificates: freshOrUnknown(before.certificates, nowMs),
      config: freshOrUnknown(before.config, nowMs),
      nodeName: node.name,
    };
  }
  const notYet = unknownSignal(
    context,
    SOURCE,
    `Node ${node.name}`,
    refused(
      'not-collected',
      message('detail.kubelets-in-turn', { kubelets: NODES_A_COLLECTION }),
    ),
  );
  return { certificates: notYet, config: notYet, nodeName: node.name };
}

/**
 * Where a kubelet can be asked: a Node names its address itself, and could name
 * another's; a virtual node has the port of the program that plays it.
 */
function isAskable(node: NodeInfo): boolean {
  const [address] = node.internalIPs;
  return (
    hasKubelet(node) &&
    address !== undefined &&
    isMachineAddress(address) &&
    isPort(node.kubeletPort ?? 0)
  );
}

function isDirect(
  connection: ClusterConnection,
): connection is DirectConnection {
  return (
    connection.kubelet !== undefined && connection.certificates !== undefined
  );
}
