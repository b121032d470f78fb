/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { SourceContext } from '../../contracts';
import { z } from 'zod/v4';
import { within } from '../../refusals/deadline';
import { ENDPOINTS, ENDPOINTS_MS } from './bounds';
import { Read, readJson } from '../read';

/** Written by the API servers themselves, each its own address. */
const PATH =
  '/apis/discovery.k8s.io/v1/namespaces/default/endpointslices' +
  '?labelSelector=kubernetes.io%2Fservice-name%3Dkubernetes';

const slicesSchema = z.object({
  items: z.array(
    z.object({
      endpoints: z
        .array(
          z.object({
            addresses: z.array(z.string()),
            conditions: z.object({ ready: z.boolean().nullish() }).nullish(),
          }),
        )
        .nullish(),
      ports: z.array(z.object({ port: z.number().int().nullish() })).nullish(),
    }),
  ),
});

/** The ready addresses of the EndpointSlices of `default/kubernetes`. */
export interface KubernetesEndpoints {
  hosts: string[];
  port?: number;
}

/** Asks the cluster's endpoint which API servers it knows of. */
export async function readKubernetesEndpoints(
  context: SourceContext,
): Promise<Read<KubernetesEndpoints>> {
  return within(context.signal, ENDPOINTS_MS, signal =>
    readJson(
      context.connection.api,
      { path: PATH, signal },
      parseSlices,
      ENDPOINTS,
    ),
  );
}

function parseSlices(document: unknown): KubernetesEndpoints {
  const { items } = slicesSchema.parse(document);
  const endpoints = items.flatMap(slice => slice.endpoints ?? []);
  const port = items
    .flatMap(slice => slice.ports ?? [])
    .find(entry => entry.port)?.port;
  return {
    // `ready` missing means unknown, which is to be taken as ready (discovery/v1 types.go).
    hosts: endpoints
      .filter(endpoint => endpoint.conditions?.ready !== false)
      .flatMap(endpoint => endpoint.addresses),
    ...(port && { port }),
  };
}
