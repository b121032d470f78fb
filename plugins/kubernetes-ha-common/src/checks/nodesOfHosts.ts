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
  const known = new Set(listed.map(({ name }) => name));
  const machines: NamedMachine[] = [
    ...listed,
    ...[...new Set(nodeNames)]
      .filter(name => !known.has(name))
      .map(name => ({ name })),
  ];
  const byHost = machinesByHost(hosts, machines);
  return host => byHost.get(host)?.name;
}
