/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { z } from 'zod/v4';

/** A coordination.k8s.io Lease, projected. @public */
export const leaseSchema = z.object({
  namespace: z.string(),
  name: z.string(),
  holder: z.string().optional(),
  /** `spec.leaseDurationSeconds`. */
  durationSeconds: z.number().optional(),
  /** `spec.renewTime`, ISO 8601 UTC. */
  renewTime: z.iso.datetime().optional(),
  acquireTime: z.iso.datetime().optional(),
  transitions: z.number().int().optional(),
  labels: z.record(z.string(), z.string()),
});
/** See {@link leaseSchema}. @public */
export type LeaseInfo = z.infer<typeof leaseSchema>;

/**
 * Leases of one namespace with the server's clock at the time of reading:
 * ages are `serverTime − renewTime`, so that a wrong clock here misleads nobody.
 * @public
 */
export const leasesSchema = z.object({
  /** `Date` header of the answer, ISO 8601 UTC. */
  serverTime: z.iso.datetime(),
  leases: z.array(leaseSchema),
  /** Transitions of the leader leases seen over time: oldest first, at most one hour. */
  transitionHistory: z
    .array(
      z.object({
        at: z.iso.datetime(),
        transitions: z.record(z.string(), z.number().int()),
      }),
    )
    .optional(),
});
/** See {@link leasesSchema}. @public */
export type LeasesInfo = z.infer<typeof leasesSchema>;
