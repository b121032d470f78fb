/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Sections } from '../../snapshot/clusterSnapshot';
import type { EtcdMember } from '../../snapshot/sections/etcd';
import type { NodeInfo } from '../../snapshot/sections/inventory';
import { machinesByHost } from '../../machinesByHost';
import { hostPort, isIp } from '../hostPort';
import { isHostOf } from '../nodes/nodeAddresses';

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
  { nodes, etcd }: Readonly<Pick<Sections, 'nodes' | 'etcd'>>,
): NodeInfo | undefined {
  if (nodes.state !== 'observed') return undefined;
  const hosts = peerHosts(member);
  const byAddress = nodes.value.find(node =>
    hosts.some(host => isIp(host) && isHostOf(node, host)),
  );
  if (byAddress && !member.nodeName) return byAddress;
  // The hosts of all members: a label that two of them share means neither.
  const others = etcd.state === 'observed' ? etcd.value.members : [];
  const byHost = machinesByHost(
    [member, ...others].flatMap(namesOf),
    nodes.value,
  );
  return namesOf(member)
    .map(host => byHost.get(host))
    .find(node => node !== undefined);
}

function namesOf(member: EtcdMember): string[] {
  return member.nodeName ? [member.nodeName] : peerHosts(member);
}
