/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/**
 * Alerts of Prometheus, by name, and the checks that say the same or why: the
 * first is what a link with the alert's name leads to while it does not pass,
 * else the next. Names as the rules upstream spell them.
 * Sources: etcd-io/etcd contrib/mixin/alerts/alerts.libsonnet,
 * kubernetes-monitoring/kubernetes-mixin alerts/ and lib/ (`…Down` of
 * absent_alert.libsonnet, `…InstanceUnreachable` of
 * instance_unreachable_alert.libsonnet), samber/awesome-prometheus-alerts
 * dist/rules/haproxy; `HAProxyDown`, `HAProxyServerDown` and
 * `HAProxyBackendDown` are names in common use.
 * @public
 */
export const alertChecks: Readonly<Record<string, readonly string[]>> = {
  etcdMembersDown: ['etcd-member-health', 'etcd-quorum-fault-tolerance'],
  etcdInsufficientMembers: [
    'etcd-quorum-fault-tolerance',
    'etcd-has-leader',
    'etcd-member-health',
  ],
  etcdNoLeader: ['etcd-has-leader', 'etcd-quorum-fault-tolerance'],
  etcdHighNumberOfLeaderChanges: ['etcd-leader-changes', 'etcd-fsync-p99'],
  etcdMemberCommunicationSlow: ['etcd-raft-lag', 'etcd-leader-changes'],
  etcdHighNumberOfFailedProposals: [
    'etcd-has-leader',
    'etcd-quorum-fault-tolerance',
  ],
  etcdHighNumberOfFailedGRPCRequests: ['etcd-member-health', 'etcd-alarms'],
  etcdGRPCRequestsSlow: ['etcd-commit-p99', 'etcd-fsync-p99'],
  etcdHighFsyncDurations: ['etcd-fsync-p99'],
  etcdHighCommitDurations: ['etcd-commit-p99'],
  etcdDatabaseQuotaLowSpace: ['etcd-db-quota', 'etcd-alarms', 'etcd-db-growth'],
  etcdExcessiveDatabaseGrowth: ['etcd-db-growth', 'etcd-db-quota'],
  etcdDatabaseHighFragmentationRatio: ['etcd-fragmentation'],

  KubeAPIDown: ['apiserver-readyz-each', 'apiserver-replica-count'],
  KubeAPIInstanceUnreachable: [
    'apiserver-readyz-each',
    'apiserver-replica-count',
  ],
  KubeAPIErrorBudgetBurn: [
    'apiserver-readyz-each',
    'apiserver-etcd-path',
    'apiserver-apf-rejections',
    'lb-errors',
  ],
  KubeAPITerminatedRequests: [
    'apiserver-terminated-requests',
    'apiserver-apf-rejections',
  ],
  KubeAggregatedAPIDown: ['apiserver-aggregated-apis'],
  KubeAggregatedAPIErrors: ['apiserver-aggregated-apis'],
  KubeClientCertificateExpiration: [
    'apiserver-cert-expiry',
    'etcd-cert-expiry',
  ],
  KubeVersionMismatch: ['apiserver-version-skew'],
  KubeClientErrors: ['apiserver-readyz-each', 'lb-vip-reachable'],

  KubeControllerManagerDown: ['kcm-up', 'kcm-lease-fresh'],
  KubeControllerManagerInstanceUnreachable: ['kcm-up', 'kcm-lease-fresh'],
  KubeSchedulerDown: ['scheduler-up', 'scheduler-lease-fresh'],
  KubeSchedulerInstanceUnreachable: ['scheduler-up', 'scheduler-lease-fresh'],

  KubeNodeNotReady: ['node-ready-ratio', 'node-lease-fresh'],
  KubeNodeUnreachable: ['node-lease-fresh', 'node-ready-ratio'],
  KubeNodeReadinessFlapping: ['node-ready-ratio', 'node-lease-fresh'],
  KubeNodePressure: ['node-pressure'],
  KubeNodeEviction: ['node-pressure'],
  KubeletDown: ['node-lease-fresh', 'node-ready-ratio'],
  KubeletInstanceUnreachable: ['node-lease-fresh', 'node-ready-ratio'],
  KubeCPUOvercommit: ['node-n1-headroom'],
  KubeMemoryOvercommit: ['node-n1-headroom'],
  KubePdbNotEnoughHealthyPods: ['pdb-blocks-eviction'],

  HAProxyDown: ['lb-redundancy', 'lb-vip-reachable'],
  HAProxyServerDown: ['lb-backends-up'],
  HAProxyBackendDown: ['lb-backends-up', 'lb-vip-reachable'],
  HaproxyHasNoAliveBackends: ['lb-backends-up', 'lb-vip-reachable'],
  HaproxyServerHealthcheckFailure: ['lb-backends-up', 'lb-flapping'],
  HaproxyBackendConnectionErrors: ['lb-errors'],
  HaproxyServerConnectionErrors: ['lb-errors'],
  HaproxyServerResponseErrors: ['lb-errors'],
  HaproxyPendingRequests: ['lb-saturation'],
  HaproxyRetryHigh: ['lb-errors', 'lb-flapping'],
};

const byLowerCase = new Map(
  Object.entries(alertChecks).map(([name, ids]) => [name.toLowerCase(), ids]),
);

/**
 * The checks that an alert of this name leads to, the first of them first;
 * nothing for a name that is not known. Upper and lower case are the same:
 * `HaproxyDown` is `HAProxyDown`.
 * @public
 */
export function checksOfAlert(alert: string): readonly string[] | undefined {
  return byLowerCase.get(alert.toLowerCase());
}

/** Alerts that lead to a check, as upstream spells them. @public */
export function alertsOfCheck(checkId: string): string[] {
  return Object.entries(alertChecks).flatMap(([name, ids]) =>
    ids[0] === checkId ? [name] : [],
  );
}
