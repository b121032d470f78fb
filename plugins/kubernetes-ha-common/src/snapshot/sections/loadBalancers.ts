/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { z } from 'zod/v4';
import { connectionFailureSchema } from '../connectionFailure';
import { signalSchema } from '../signal';
import { certificateSchema } from './certificate';

/** One server line of HAProxy's statistics. Source: haproxy doc/management.txt §9.1 (CSV). @public */
export const haproxyServerSchema = z.object({
  backend: z.string(),
  name: z.string(),
  /** `UP`, `DOWN`, `MAINT`, `MAINT (resolution)`, `MAINT (via …)`, `DRAIN`, `DRAIN (agent)`, `NOLB`, `no check` or a transitional `UP 1/3`. */
  status: z.string(),
  /** `addr:port`; missing unless `stats show-legends` is on, and while its name does not resolve. */
  address: z.string().optional(),
  /** `L4OK`, `L6OK`, `L7OK`, `L7STS`, `L4TOUT` and so on; missing without a check. */
  checkStatus: z.string().optional(),
  checkCode: z.number().int().optional(),
  checkDurationMs: z.number().optional(),
  lastChangeSeconds: z.number().optional(),
  downtimeSeconds: z.number().optional(),
  weight: z.number().optional(),
  active: z.boolean(),
  backup: z.boolean(),
  currentSessions: z.number(),
  totalSessions: z.number(),
  connectionErrors: z.number(),
  responseErrors: z.number(),
  retries: z.number(),
  redispatches: z.number(),
  /** UP→DOWN transitions since start (`chkdown`). */
  downTransitions: z.number(),
});
/** See {@link haproxyServerSchema}. @public */
export type HaproxyServer = z.infer<typeof haproxyServerSchema>;

/** A frontend line of HAProxy's statistics. @public */
export const haproxyFrontendSchema = z.object({
  name: z.string(),
  status: z.string(),
  currentSessions: z.number(),
  sessionLimit: z.number(),
  totalSessions: z.number(),
  requestErrors: z.number(),
});

/** What one HAProxy instance says. @public */
export const haproxyStatsSchema = z.object({
  servers: z.array(haproxyServerSchema),
  frontends: z.array(haproxyFrontendSchema),
  /** Counters of the servers at an earlier look, at most 20 minutes ago, keyed `backend/server`; errors and sessions of a server that has come up since: from then on. */
  earlier: z
    .object({
      at: z.iso.datetime(),
      downTransitions: z.record(z.string(), z.number()),
      connectionErrors: z.record(z.string(), z.number()),
      totalSessions: z.record(z.string(), z.number()),
    })
    .optional(),
});
/** See {@link haproxyStatsSchema}. @public */
export type HaproxyStats = z.infer<typeof haproxyStatsSchema>;

/** One load balancer instance in front of the API servers. @public */
export const loadBalancerSchema = z.object({
  name: z.string(),
  kind: z.enum(['haproxy', 'kube-vip']),
  nodeName: z.string().optional(),
  stats: signalSchema(haproxyStatsSchema),
});
/** See {@link loadBalancerSchema}. @public */
export type LoadBalancerInstance = z.infer<typeof loadBalancerSchema>;

/** The load balancers of a cluster. @public */
export const loadBalancersSchema = z.object({
  /** Instances configured by the operator or found as kube-vip pods. */
  instances: z.array(loadBalancerSchema),
  /**
   * The lease of kube-vip's control-plane mode, while it is held. Read from
   * kube-system only; in BGP mode without leader election there is none.
   */
  kubeVip: z
    .object({
      holder: z.string(),
      /** `namespace/name`; missing in snapshots made before other names were known. */
      lease: z.string().optional(),
      renewTime: z.iso.datetime().optional(),
      /** The API server's clock when the lease was listed: its age is measured from there. */
      serverTime: z.iso.datetime().optional(),
    })
    .optional(),
});
/** See {@link loadBalancersSchema}. @public */
export type LoadBalancersInfo = z.infer<typeof loadBalancersSchema>;

/**
 * `/readyz` through the path that clients use (the VIP or load-balanced name),
 * tried three times.
 * @public
 */
export const apiPathSchema = z.object({
  url: z.string(),
  attempts: z.array(
    z.object({
      status: z.number().int().optional(),
      latencyMs: z.number().nonnegative().optional(),
      reason: z.string().optional(),
      detail: z.string().optional(),
      failure: connectionFailureSchema.optional(),
    }),
  ),
  certificates: signalSchema(z.array(certificateSchema)),
  consecutiveFailures: z.number().int().nonnegative(),
});
/** See {@link apiPathSchema}. @public */
export type ApiPathInfo = z.infer<typeof apiPathSchema>;
