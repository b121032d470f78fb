/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ApiServerInstance,
  ControlPlanePod,
  controlPlanePods,
  inReadingOrder,
  machinesByHost,
  NodeInfo,
  Sections,
} from 'backstage-plugin-kubernetes-ha-common';
import { isMachineAddress, isPort } from '../../transport/machineAddress';
import { previousValue } from '../previousValue';
import { addressOf, hostOfAddress } from './address';
import { NodeIndex } from './nodeIndex';
import type { KubernetesEndpoints } from './kubernetesEndpoints';

/** Default of kube-apiserver's `--secure-port`. */
const DEFAULT_PORT = 6443;

/** An instance that has not listened for so long is taken for removed. (proposal) */
export const REMEMBERED_MS = 24 * 3_600_000;

type Discovery = ApiServerInstance['discoveredBy'][number];

/** An API server to ask, before it was asked. */
export interface DiscoveredInstance {
  address: string;
  nodeName?: string;
  zone?: string;
  discoveredBy: Discovery[];
}

/** All that tells of API servers. */
export interface DiscoveryEvidence {
  /** Missing when it could not be read in this collection. */
  endpoints?: KubernetesEndpoints;
  /** `host:port`, by the operator. */
  configured: readonly string[];
  previous: Readonly<Partial<Sections>>;
  nowMs: number;
}

/**
 * Every API server that anything tells of, each address once. Only the
 * EndpointSlice forgets a dead instance within seconds; the others are there so
 * that it is missed. `remembered` stands only where nothing else tells of it.
 */
export function discoverInstances(
  evidence: DiscoveryEvidence,
): DiscoveredInstance[] {
  const known = previousValue(evidence.previous, 'nodes');
  const nodes = known && new NodeIndex(known);
  const port = portOf(evidence);
  const found = new Map<string, DiscoveredInstance>();
  const ofNode = new Map<string, DiscoveredInstance>();
  const before = new Map(
    (previousValue(evidence.previous, 'apiServers') ?? []).map(instance => [
      instance.address,
      instance,
    ]),
  );
  const mirrorPods = fromMirrorPods(evidence.previous, nodes);
  // An address that no node lists (a second network card) is placed by the pod that advertises it.
  const advertised = new Map(
    mirrorPods.map(({ host, nodeName }) => [host, nodeName]),
  );
  const add = (host: string, hostPort: number, by: Discovery) => {
    // Where the operator says, anything goes; where the cluster says, a machine.
    const trusted = by === 'configured' || isMachineAddress(host);
    if (!trusted || !isPort(hostPort)) return;
    const address = addressOf(host, hostPort);
    const { nodeName, zone } = placeOf(
      host,
      address,
      nodes,
      before,
      advertised.get(host),
    );
    // A node with several addresses runs one API server: the first address told of stands.
    const same =
      found.get(address) ??
      (nodeName === undefined ? undefined : ofNode.get(nodeName));
    if (!same) {
      const instance: DiscoveredInstance = {
        address,
        ...(nodeName !== undefined && { nodeName }),
        ...(zone !== undefined && { zone }),
        discoveredBy: [by],
      };
      found.set(address, instance);
      if (nodeName !== undefined) ofNode.set(nodeName, instance);
    } else if (by !== 'remembered' && !same.discoveredBy.includes(by)) {
      same.discoveredBy.push(by);
    }
  };

  for (const host of evidence.endpoints?.hosts ?? []) {
    add(host, port, 'endpoint-slice');
  }
  for (const node of nodesOfIdentityLeases(evidence.previous, known ?? [])) {
    add(node.internalIPs[0], port, 'identity-lease');
  }
  for (const { host, port: own } of mirrorPods) {
    add(host, own ?? port, 'mirror-pod');
  }
  for (const address of evidence.configured) {
    const url = new URL(`https://${address}`);
    add(hostOfAddress(url.host), Number(url.port || 443), 'configured');
  }
  for (const instance of remembered(evidence, nodes)) {
    add(
      hostOfAddress(instance.address),
      Number(new URL(`https://${instance.address}`).port || 443),
      'remembered',
    );
  }
  return inReadingOrder([...found.values()], ({ address }) => address);
}

/** Where an instance runs: its node, or where it was seen to run while the nodes cannot be read. */
function placeOf(
  host: string,
  address: string,
  nodes: NodeIndex | undefined,
  before: ReadonlyMap<string, ApiServerInstance>,
  advertisedOn: string | undefined,
): { nodeName?: string; zone?: string } {
  if (!nodes) return before.get(address) ?? {};
  const node = nodes.ofAddress(host) ?? nodes.named(advertisedOn);
  return node ? { nodeName: node.name, zone: node.zone } : {};
}

function portOf({ endpoints, previous }: DiscoveryEvidence): number {
  if (endpoints?.port) return endpoints.port;
  const [known] = previousValue(previous, 'apiServers') ?? [];
  return known
    ? Number(new URL(`https://${known.address}`).port || 443)
    : DEFAULT_PORT;
}

/** Also of stale Leases: a dead API server's Lease stays for an hour (KIDENT: 3600 s), and it is the dead one that is to be missed. */
function nodesOfIdentityLeases(
  previous: Readonly<Partial<Sections>>,
  nodes: readonly NodeInfo[],
): NodeInfo[] {
  const leases = previousValue(previous, 'leases')?.leases ?? [];
  const hosts = leases.flatMap(({ labels }) =>
    labels['apiserver.kubernetes.io/identity'] === 'kube-apiserver'
      ? labels['kubernetes.io/hostname'] ?? []
      : [],
  );
  const byHost = machinesByHost(hosts, nodes);
  return hosts.flatMap(host => {
    const node = byHost.get(host);
    return node && node.internalIPs.length > 0 ? [node] : [];
  });
}

function fromMirrorPods(
  previous: Readonly<Partial<Sections>>,
  nodes: NodeIndex | undefined,
): { host: string; port?: number; nodeName?: string }[] {
  const { pods } = previous;
  if (pods?.state !== 'observed') return [];
  const controlPlane = controlPlanePods(pods);
  const sharers = advertisers(controlPlane);
  return controlPlane.flatMap(pod => {
    if (pod.controlPlane.component !== 'kube-apiserver') return [];
    const node = nodes?.named(pod.nodeName);
    const host = flagOf(pod, 'advertise-address') ?? node?.internalIPs[0];
    if (!host) return [];
    const port = Number(flagOf(pod, 'secure-port'));
    return [
      {
        host,
        ...(port > 0 && { port }),
        // Two pods with one address advertise the load balancer's.
        ...((sharers.get(host) ?? 0) < 2 && { nodeName: pod.nodeName }),
      },
    ];
  });
}

/** How many API servers advertise each address as their own. */
function advertisers(
  pods: readonly ControlPlanePod[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const pod of pods) {
    const host = flagOf(pod, 'advertise-address');
    if (host !== undefined) counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  return counts;
}

function flagOf(
  { controlPlane }: ControlPlanePod,
  name: string,
): string | undefined {
  const start = `--${name}=`;
  return controlPlane.command
    .find(word => word.startsWith(start))
    ?.slice(start.length);
}

function remembered(
  { previous, nowMs }: DiscoveryEvidence,
  nodes: NodeIndex | undefined,
): ApiServerInstance[] {
  return (previousValue(previous, 'apiServers') ?? []).filter(
    ({ readyz, nodeName }) => {
      const nodeIsGone =
        nodeName !== undefined &&
        nodes !== undefined &&
        nodes.named(nodeName) === undefined;
      const silentMs =
        readyz.status === undefined && readyz.failingSince !== undefined
          ? nowMs - Date.parse(readyz.failingSince)
          : 0;
      return !nodeIsGone && silentMs <= REMEMBERED_MS;
    },
  );
}
