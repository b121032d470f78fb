/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Sections } from '../../snapshot/clusterSnapshot';
import { hostPort, isIp } from '../hostPort';

/** An API server with every `host:port` that a load balancer may know it by. */
export interface ApiServerAddresses {
  name: string;
  addresses: string[];
  /** Where it runs is known. */
  onNode: boolean;
  /** Only known from earlier: down, and out of every list that lives by its reports, or taken away. */
  remembered: boolean;
  /** False when only a host name is known, which no address can be compared with. */
  comparable: boolean;
}

/** `host:port` in one spelling, for comparison. */
export function normalAddress(text: string): string {
  const parsed = hostPort(text);
  if (!parsed) return text;
  return parsed.port === undefined
    ? parsed.host
    : `${parsed.host}|${parsed.port}`;
}

/**
 * The API servers that belong behind a load balancer, those that are down
 * included. One that has the address of the load-balanced path
 * (`--advertise-address`) is that path.
 */
export function apiServerAddresses({
  apiServers,
  apiPath,
  nodes,
}: Readonly<Pick<Sections, 'apiServers' | 'apiPath' | 'nodes'>>):
  | ApiServerAddresses[]
  | undefined {
  if (apiServers.state !== 'observed') return undefined;
  const vip =
    apiPath.state === 'observed'
      ? hostPort(apiPath.value.url)?.host
      : undefined;
  return apiServers.value
    .filter(({ address }) => hostPort(address)?.host !== vip)
    .map(({ address, nodeName, discoveredBy }) => {
      const own = hostPort(address);
      const node =
        nodes.state === 'observed'
          ? nodes.value.find(({ name }) => name === nodeName)
          : undefined;
      const byNode = (node?.internalIPs ?? []).map(
        ip => `${ip.toLowerCase()}|${own?.port ?? 6443}`,
      );
      return {
        name: nodeName ?? address,
        addresses: [normalAddress(address), ...byNode],
        onNode: nodeName !== undefined,
        remembered: discoveredBy.every(how => how === 'remembered'),
        comparable: byNode.length > 0 || (own !== undefined && isIp(own.host)),
      };
    });
}
