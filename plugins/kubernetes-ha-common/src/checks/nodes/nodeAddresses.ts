/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { NodeInfo } from '../../snapshot/sections/inventory';

/**
 * Whether a host is one of a node's: its name, or an address of any type
 * (InternalIP, ExternalIP, Hostname, InternalDNS, ExternalDNS). Names are
 * compared without case and without the dot of a fully qualified one.
 * Source: https://kubernetes.io/docs/reference/node/node-status/#addresses
 */
export function isHostOf(
  {
    name,
    hostname,
    internalIPs,
    otherAddresses = [],
  }: Pick<NodeInfo, 'name' | 'hostname' | 'internalIPs' | 'otherAddresses'>,
  host: string,
): boolean {
  const wanted = normal(host);
  return [
    ...internalIPs,
    hostname ?? name,
    name,
    ...otherAddresses.map(({ address }) => address),
  ].some(known => normal(known) === wanted);
}

function normal(host: string): string {
  return host.toLowerCase().replace(/\.$/, '');
}
