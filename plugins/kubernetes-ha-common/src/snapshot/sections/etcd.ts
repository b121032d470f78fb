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

/**
 * What one member says of itself (Maintenance.Status). 64-bit numbers that are
 * identities stay strings (hex without `0x`); sizes and indexes are numbers.
 * Source: etcd api/etcdserverpb/rpc.proto
 * @public
 */
export const etcdStatusSchema = z.object({
  version: z.string(),
  /** Member id of the leader, hex; `0` when it knows none. */
  leaderId: z.string(),
  raftTerm: z.number(),
  raftIndex: z.number(),
  raftAppliedIndex: z.number(),
  /** Key-value revision (header). */
  revision: z.number(),
  dbSizeBytes: z.number(),
  dbSizeInUseBytes: z.number(),
  /** Quota in bytes; missing before etcd 3.6, which does not report it. */
  dbSizeQuotaBytes: z.number().optional(),
  isLearner: z.boolean(),
  /** Errors that the member reports of itself. */
  errors: z.array(z.string()),
});

/** HashKV of a member at a revision. Comparable only at equal compact revision. @public */
export const etcdHashSchema = z.object({
  hash: z.string(),
  revision: z.number(),
  compactRevision: z.number(),
});

/**
 * The membership as one member answers it from its own memory (MemberList
 * without a quorum read). Views that differ mean that the members do not agree
 * on who votes (etcd-io/etcd#20967).
 * @public
 */
export const etcdMembershipSchema = z.object({
  /** Cluster id in the header of the answer, hex. */
  clusterId: z.string(),
  members: z.array(
    z.object({
      /** Member id, hex. */
      id: z.string(),
      /** Empty until the member has started for the first time. */
      name: z.string(),
      peerUrls: z.array(z.string()),
      isLearner: z.boolean(),
    }),
  ),
});
/** See {@link etcdMembershipSchema}. @public */
export type EtcdMembership = z.infer<typeof etcdMembershipSchema>;

/**
 * A member of the cluster, as the member list has it, with what it answers itself.
 * @public
 */
export const etcdMemberSchema = z.object({
  /** Member id, hex. */
  id: z.string(),
  /** Empty until the member has started for the first time. */
  name: z.string(),
  peerUrls: z.array(z.string()),
  clientUrls: z.array(z.string()),
  isLearner: z.boolean(),
  /** Endpoint that was asked for this member; missing when none is known. */
  endpoint: z.string().optional(),
  nodeName: z.string().optional(),
  zone: z.string().optional(),
  /**
   * Whether it takes part: a linearizable read answered (`/readyz` of etcd, or
   * a range over gRPC where that is not served).
   */
  health: probeSchema,
  status: signalSchema(etcdStatusSchema),
  /**
   * The membership by its own word. Missing for a learner, which does not serve
   * it, and in snapshots made before it was asked for.
   */
  membership: signalSchema(etcdMembershipSchema).optional(),
  certificates: signalSchema(z.array(certificateSchema)),
  metrics: signalSchema(countersSchema),
  /** Newest off-peak HashKV. */
  hash: signalSchema(etcdHashSchema).optional(),
  /**
   * What the peers see of it, from `etcd_network_peer_sent_failures_total` and
   * `etcd_network_active_peers`: `alive`, `lost`, or `unknown` when no peer tells.
   */
  seenByPeers: z.enum(['alive', 'lost', 'unknown']),
  /** Since when it has been a learner or unstarted, over our looks. */
  pendingSince: z.iso.datetime().optional(),
});
/** See {@link etcdMemberSchema}. @public */
export type EtcdMember = z.infer<typeof etcdMemberSchema>;

/** etcd as a whole. @public */
export const etcdSchema = z.object({
  /** Cluster id, hex. */
  clusterId: z.string(),
  members: z.array(etcdMemberSchema),
  /**
   * Asked endpoints that answer as a member of this cluster whose id is not in
   * the member list: removed members that still run. `since`: when that was
   * seen first; a member that is being removed runs for another second.
   */
  unlisted: z
    .array(
      z.object({
        id: z.string(),
        endpoint: z.string(),
        since: z.iso.datetime(),
      }),
    )
    .optional(),
  /** Which endpoint gave the member list. */
  memberListFrom: z.string(),
  /** True when the member list came by a linearizable read, so a quorum agreed on it. */
  memberListLinearizable: z.boolean(),
  alarms: signalSchema(
    z.array(z.object({ memberId: z.string(), alarm: z.string() })),
  ),
  /** Raft terms seen over time: oldest first, at most 20 minutes. */
  termHistory: z.array(z.object({ at: z.iso.datetime(), term: z.number() })),
  /** Largest database size seen over time, for the growth forecast: oldest first, at most 24 hours, thinned to 5 minutes. */
  sizeHistory: z.array(
    z.object({ at: z.iso.datetime(), dbSizeInUseBytes: z.number() }),
  ),
});
/** See {@link etcdSchema}. @public */
export type EtcdInfo = z.infer<typeof etcdSchema>;
