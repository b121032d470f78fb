/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Check } from './check';
import { apiserverReplicaCount } from './apiserver/apiserverReplicaCount';
import { apiserverReadyzEach } from './apiserver/apiserverReadyzEach';
import { apiserverEtcdPath } from './apiserver/apiserverEtcdPath';
import { webhookCallable } from './apiserver/webhookCallable';
import { webhookFailclosedSpof } from './apiserver/webhookFailclosedSpof';
import { apiserverCertExpiry } from './apiserver/apiserverCertExpiry';
import { apiserverApfRejections } from './apiserver/apiserverApfRejections';
import { apiserverTerminatedRequests } from './apiserver/apiserverTerminatedRequests';
import { apiserverAggregatedApis } from './apiserver/apiserverAggregatedApis';
import { apiserverCacheConsistency } from './apiserver/apiserverCacheConsistency';
import { apiserverInflightConfig } from './apiserver/apiserverInflightConfig';
import { apiserverGracefulShutdown } from './apiserver/apiserverGracefulShutdown';
import { apiserverEndpointReconciler } from './apiserver/apiserverEndpointReconciler';
import { apiserverVersionSkew } from './apiserver/apiserverVersionSkew';
import { apiserverGoawayChance } from './apiserver/apiserverGoawayChance';
import { kcmLeaseFresh } from './leaders/kcmLeaseFresh';
import { schedulerLeaseFresh } from './leaders/schedulerLeaseFresh';
import { leaderCandidates } from './leaders/leaderCandidates';
import { kcmUp } from './leaders/kcmUp';
import { schedulerUp } from './leaders/schedulerUp';
import { leaderElectFlags } from './leaders/leaderElectFlags';
import { leaderFlapping } from './leaders/leaderFlapping';
import { schedulerBacklog } from './leaders/schedulerBacklog';
import { leaderColocation } from './leaders/leaderColocation';
import { kubeproxyMode } from './network/kubeproxyMode';
import { topologyCpZoneSpread } from './topology/topologyCpZoneSpread';
import { topologyZoneLabels } from './topology/topologyZoneLabels';
import { topologyZoneCount } from './topology/topologyZoneCount';
import { topologyBalance } from './topology/topologyBalance';
import { pdbBlocksEviction } from './workloads/pdbBlocksEviction';
import { etcdAlarms } from './etcd/etcdAlarms';
import { etcdCertExpiry } from './etcd/etcdCertExpiry';
import { etcdCommitP99 } from './etcd/etcdCommitP99';
import { etcdCompaction } from './etcd/etcdCompaction';
import { etcdCorruptionChecksOn } from './etcd/etcdCorruptionChecksOn';
import { etcdDbGrowth } from './etcd/etcdDbGrowth';
import { etcdDbQuota } from './etcd/etcdDbQuota';
import { etcdFragmentation } from './etcd/etcdFragmentation';
import { etcdFsyncP99 } from './etcd/etcdFsyncP99';
import { etcdHasLeader } from './etcd/etcdHasLeader';
import { etcdHashConsistency } from './etcd/etcdHashConsistency';
import { etcdHostColocation } from './etcd/etcdHostColocation';
import { etcdLeaderChanges } from './etcd/etcdLeaderChanges';
import { etcdLearnerStuck } from './etcd/etcdLearnerStuck';
import { etcdMemberCount } from './etcd/etcdMemberCount';
import { etcdMembershipAgreement } from './etcd/etcdMembershipAgreement';
import { etcdMemberHealth } from './etcd/etcdMemberHealth';
import { etcdQuorumFaultTolerance } from './etcd/etcdQuorumFaultTolerance';
import { etcdQuotaConfig } from './etcd/etcdQuotaConfig';
import { etcdRaftLag } from './etcd/etcdRaftLag';
import { etcdRequestLimit } from './etcd/etcdRequestLimit';
import { etcdVersion } from './etcd/etcdVersion';
import { etcdZoneSpread } from './etcd/etcdZoneSpread';
import { nodeControlplaneIsolation } from './nodes/nodeControlplaneIsolation';
import { nodeCount } from './nodes/nodeCount';
import { nodeFailoverTime } from './nodes/nodeFailoverTime';
import { nodeGracefulShutdown } from './nodes/nodeGracefulShutdown';
import { nodeLeaseFresh } from './nodes/nodeLeaseFresh';
import { nodeN1Headroom } from './nodes/nodeN1Headroom';
import { nodePressure } from './nodes/nodePressure';
import { nodeReadyRatio } from './nodes/nodeReadyRatio';
import { nodeStatusFrequency } from './nodes/nodeStatusFrequency';
import { lbBackendsUp } from './loadbalancer/lbBackendsUp';
import { lbEndpointNotANode } from './loadbalancer/lbEndpointNotANode';
import { lbErrors } from './loadbalancer/lbErrors';
import { lbFlapping } from './loadbalancer/lbFlapping';
import { lbL7Healthcheck } from './loadbalancer/lbL7Healthcheck';
import { lbMembership } from './loadbalancer/lbMembership';
import { lbRedundancy } from './loadbalancer/lbRedundancy';
import { lbSaturation } from './loadbalancer/lbSaturation';
import { lbVipReachable } from './loadbalancer/lbVipReachable';

/** Every check of the product, in the order on screen. Adding one is one line here. @public */
export const checks: readonly Check[] = [
  apiserverReplicaCount,
  apiserverReadyzEach,
  apiserverEtcdPath,
  webhookFailclosedSpof,
  webhookCallable,
  apiserverCertExpiry,
  apiserverApfRejections,
  apiserverTerminatedRequests,
  apiserverAggregatedApis,
  apiserverCacheConsistency,
  apiserverInflightConfig,
  apiserverGracefulShutdown,
  apiserverEndpointReconciler,
  apiserverVersionSkew,
  apiserverGoawayChance,
  etcdMemberCount,
  etcdQuorumFaultTolerance,
  etcdMembershipAgreement,
  etcdHasLeader,
  etcdMemberHealth,
  etcdLearnerStuck,
  etcdLeaderChanges,
  etcdAlarms,
  etcdDbQuota,
  etcdDbGrowth,
  etcdQuotaConfig,
  etcdFragmentation,
  etcdFsyncP99,
  etcdCommitP99,
  etcdRaftLag,
  etcdHashConsistency,
  etcdCorruptionChecksOn,
  etcdVersion,
  etcdZoneSpread,
  etcdHostColocation,
  etcdCertExpiry,
  etcdCompaction,
  etcdRequestLimit,
  kcmLeaseFresh,
  schedulerLeaseFresh,
  leaderCandidates,
  kcmUp,
  schedulerUp,
  leaderElectFlags,
  leaderFlapping,
  schedulerBacklog,
  leaderColocation,
  nodeReadyRatio,
  nodeLeaseFresh,
  nodeCount,
  nodeN1Headroom,
  nodePressure,
  nodeFailoverTime,
  nodeStatusFrequency,
  nodeGracefulShutdown,
  nodeControlplaneIsolation,
  kubeproxyMode,
  lbVipReachable,
  lbBackendsUp,
  lbRedundancy,
  lbEndpointNotANode,
  lbMembership,
  lbL7Healthcheck,
  lbFlapping,
  lbErrors,
  lbSaturation,
  topologyCpZoneSpread,
  topologyZoneLabels,
  topologyZoneCount,
  topologyBalance,
  pdbBlocksEviction,
];

const ids = new Set<string>();
for (const { id } of checks) {
  if (ids.has(id)) {
    throw new Error(
      `Check id "${id}" is registered twice. Expected: one check per id. Remove one of the two lines in checks/registry.ts.`,
    );
  }
  ids.add(id);
}
