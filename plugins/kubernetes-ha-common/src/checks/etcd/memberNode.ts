/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Sections } from '../../snapshot/clusterSnapshot';
import type { EtcdMember } from '../../snapshot/sections/etcd';
import type { NodeInfo } from '../../snapshot/sections/inventory';
import { hostPort } from '../hostPort';

/** Hosts that a member gives to its peers, in the order of its URLs. */
export function peerHosts(member: EtcdMember): string[] {
  return member.peerUrls.flatMap(url => hostPort(url)?.host ?? []);
}

/**
 * The node that a member runs on: by name, else by the host of its peer URLs.
 * Undefined for an etcd outside the cluster, and while the nodes are not known.
 */
export function memberNode(
  member: EtcdMember,
  { nodes }: Readonly<Pick<Sections, 'nodes'>>,
): NodeInfo | undefined {
  if (nodes.state !== 'observed') return undefined;
  const hosts = peerHosts(member);
  return nodes.value.find(node =>
    member.nodeName
      ? node.name === member.nodeName
      : [...node.internalIPs, node.hostname, node.name].some(
          known => known && hosts.includes(known.toLowerCase()),
        ),
  );
}
