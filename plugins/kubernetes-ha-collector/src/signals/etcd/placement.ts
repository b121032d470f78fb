/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  EtcdMember,
  NodeInfo,
} from 'backstage-plugin-kubernetes-ha-common';

/**
 * Where a member runs: the node that has the host of one of its URLs as an
 * address or a name; its zone is the node's, or what the operator wrote for
 * the member's name or host. A loopback host tells nothing.
 */
export function placementOf(
  member: Pick<EtcdMember, 'name' | 'clientUrls' | 'peerUrls'>,
  nodes: readonly NodeInfo[],
  zones: Readonly<Record<string, string>>,
): Pick<EtcdMember, 'nodeName' | 'zone'> {
  const hosts = [...member.peerUrls, ...member.clientUrls]
    .map(hostOf)
    .filter(host => host !== undefined && !isLoopback(host));
  const node = nodes.find(({ name, hostname, internalIPs }) =>
    [name, hostname, ...internalIPs].some(known => hosts.includes(known)),
  );
  const declared = [member.name, ...hosts].find(
    key => key !== undefined && zones[key] !== undefined,
  );
  const zone = node?.zone ?? (declared && zones[declared]);
  return {
    ...(node && { nodeName: node.name }),
    ...(zone && { zone }),
  };
}

/** Whether an address means "this machine", which is another one here than there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

function hostOf(url: string): string | undefined {
  // A member list is data from outside: a URL that is none has no host.
  return URL.canParse(url)
    ? new URL(url).hostname.replace(/^\[|\]$/g, '')
    : undefined;
}
