/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  EndpointSliceInfo,
  WebhookInfo,
} from '../../snapshot/sections/inventory';
import { hostPort, isLoopback } from '../hostPort';

type Endpoint = EndpointSliceInfo['endpoints'][number];

/** The ready endpoints of every Service, by `namespace/name`. */
export type ReadyEndpoints = ReadonlyMap<string, readonly Endpoint[]>;

/** Goes through the slices once: there may be tens of thousands. */
export function readyEndpoints(
  slices: readonly EndpointSliceInfo[],
): ReadyEndpoints {
  const found = new Map<string, Endpoint[]>();
  for (const { namespace, service, endpoints } of slices) {
    if (service === undefined) continue;
    const key = `${namespace}/${service}`;
    let ready = found.get(key);
    if (!ready) {
      ready = [];
      found.set(key, ready);
    }
    for (const endpoint of endpoints) if (endpoint.ready) ready.push(endpoint);
  }
  return found;
}

/** `configuration/name`, by which a webhook is told apart. */
export function webhookName({ configuration, name }: WebhookInfo): string {
  return `${configuration}/${name}`;
}

/** Whether a webhook is served beside each API server: it lives and dies with the one that calls it. */
export function isBeside({ service, url }: WebhookInfo): boolean {
  const host = service || !url ? undefined : hostPort(url)?.host;
  return host !== undefined && isLoopback(host);
}
