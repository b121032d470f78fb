/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { machinesByHost, NamedMachine } from '../machinesByHost';
import type { Sections } from '../snapshot/clusterSnapshot';

/**
 * Tells the name of the node that a host is, for hosts as processes give them
 * in Leases. Nodes that are only known by name (`nodeNames`) count as well: the
 * reader may have no right to list nodes.
 */
export function nodesOfHosts(
  hosts: Iterable<string>,
  nodeNames: Iterable<string>,
  { nodes }: Readonly<Pick<Sections, 'nodes'>>,
): (host: string) => string | undefined {
  const listed = nodes.state === 'observed' ? nodes.value : [];
  const byHost = machinesByHost(hosts, withNames(listed, new Set(nodeNames)));
  return host => byHost.get(host)?.name;
}

/** With those that are only known by name, behind the others. */
function withNames(
  listed: readonly NamedMachine[],
  names: Set<string>,
): readonly NamedMachine[] {
  for (const { name } of listed) names.delete(name);
  if (names.size === 0) return listed;
  return [...listed, ...[...names].map(name => ({ name }))];
}
