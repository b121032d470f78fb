/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { z } from 'zod/v4';
import { signalSchema } from '../signal';
import { certificateSchema } from './certificate';
import { countersSchema } from './counters';
import { probeSchema } from './probe';

/** How an API server instance became known. @public */
export const apiServerDiscoverySchema = z.enum([
  /** A ready address of the EndpointSlice `default/kubernetes`. */
  'endpoint-slice',
  /** An identity Lease `apiserver-…` whose host maps to a node. */
  'identity-lease',
  /** A mirror pod `component=kube-apiserver`. */
  'mirror-pod',
  /** Configured by the operator. */
  'configured',
  /** Seen in an earlier look and remembered, so that a dead instance is missed. */
  'remembered',
]);

/**
 * One API server instance, asked by its own address.
 * @public
 */
export const apiServerSchema = z.object({
  /** `host:port`. */
  address: z.string(),
  nodeName: z.string().optional(),
  zone: z.string().optional(),
  discoveredBy: z.array(apiServerDiscoverySchema),
  readyz: probeSchema,
  livez: probeSchema,
  /** Sub-checks of `/readyz?verbose`, as evidence. */
  readyzChecks: z.array(z.object({ name: z.string(), ok: z.boolean() })),
  /** `gitVersion` of this instance. */
  version: signalSchema(z.string()),
  /** Chain presented on this address: the leaf first. */
  certificates: signalSchema(z.array(certificateSchema)),
  /** Flags by `/flagz`, names without dashes. */
  flags: signalSchema(z.record(z.string(), z.string())),
  /** Selected families of `/metrics`. */
  metrics: signalSchema(countersSchema),
});
/** See {@link apiServerSchema}. @public */
export type ApiServerInstance = z.infer<typeof apiServerSchema>;
