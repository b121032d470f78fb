/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  EtcdMember,
  machinesByHost,
  NodeInfo,
} from 'backstage-plugin-kubernetes-ha-common';

/**
 * Where a member runs: the node that has the host of one of its URLs as an
 * address or a name; its zone is the node's, or what the operator wrote for
 * the member's name or host. A loopback host tells nothing. `byHost`: of the
 * URLs of all members.
 */
export function placementOf(
  member: Pick<EtcdMember, 'name' | 'clientUrls' | 'peerUrls'>,
  nodes: readonly NodeInfo[],
  zones: Readonly<Record<string, string>>,
  byHost: ReadonlyMap<string, NodeInfo>,
): Pick<EtcdMember, 'nodeName' | 'zone'> {
  const hosts = hostsOf([...member.peerUrls, ...member.clientUrls]);
  const node =
    nodes.find(({ internalIPs }) =>
      internalIPs.some(known => hosts.includes(known)),
    ) ?? hosts.map(host => byHost.get(host)).find(found => found !== undefined);
  const declared = [member.name, ...hosts].find(
    key => key !== undefined && zones[key] !== undefined,
  );
  const zone = node?.zone ?? (declared && zones[declared]);
  return {
    ...(node && { nodeName: node.name }),
    ...(zone && { zone }),
  };
}

/**
 * The node that each host in the URLs of all members is: two that share the
 * first label of their host names are on no node that has it as well. Once for
 * all members, for thousands of URLs take their time.
 */
export function nodesByHost(
  urlsOfAll: readonly string[],
  nodes: readonly NodeInfo[],
): ReadonlyMap<string, NodeInfo> {
  return machinesByHost(hostsOf(urlsOfAll), nodes);
}

/** Whether an address means "this machine", which is another one here than there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

function hostsOf(urls: readonly string[]): string[] {
  return urls
    .map(hostOf)
    .filter((host): host is string => host !== undefined && !isLoopback(host));
}

function hostOf(url: string): string | undefined {
  // A member list is data from outside: a URL that is none has no host.
  return URL.canParse(url)
    ? new URL(url).hostname.replace(/^\[|\]$/g, '')
    : undefined;
}
