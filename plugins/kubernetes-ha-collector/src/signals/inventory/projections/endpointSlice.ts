/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { EndpointSliceInfo } from 'backstage-plugin-kubernetes-ha-common';
import type { ObjectReference } from '../generated/coreV1';
import type { EndpointSlice } from '../generated/discoveryV1';

export function projectEndpointSlice({
  metadata,
  endpoints,
  ports,
}: EndpointSlice): EndpointSliceInfo {
  return {
    namespace: metadata?.namespace ?? '',
    name: metadata?.name ?? '',
    service: metadata?.labels?.['kubernetes.io/service-name'] || undefined,
    endpoints: (endpoints ?? []).map(endpoint => ({
      addresses: endpoint.addresses ?? [],
      // "A nil value should be interpreted as 'true'": k8s.io/api discovery/v1 types.go
      ready: endpoint.conditions?.ready ?? true,
      nodeName: endpoint.nodeName || undefined,
      zone: endpoint.zone || undefined,
      target: targetOf(endpoint.targetRef),
    })),
    ports: (ports ?? []).map(({ name, port }) => ({
      name: name || undefined,
      port,
    })),
  };
}

function targetOf(target: ObjectReference | undefined): string | undefined {
  if (!target?.name) return undefined;
  return `${target.kind ?? ''}/${target.namespace ?? ''}/${target.name}`;
}
