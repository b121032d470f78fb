/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { bytes, count, duration, list, percent, round } from '../format';

/** An amount of what nodes offer. */
function amount(resource: 'cpu' | 'memory' | 'pods', value: number): string {
  switch (resource) {
    case 'cpu':
      return `${round(value / 1000, 1)} CPUs`;
    case 'memory':
      return `${bytes(Math.round(value))} of memory`;
    default:
      return `${count(Math.ceil(value), 'pod')}`;
  }
}

/** What the nodes checks say. */
export const nodes = {
  'kubelets.unread': (p: { known: number; total: number; detail: string }) =>
    `${p.known} of ${count(p.total, 'kubelet')} reported their configuration${
      p.detail ? `: ${p.detail}` : ''
    }`,
  'kubelets.absent': (p: { detail: string }) =>
    `no node has a kubelet that can be queried: ${p.detail}`,
  'kubelets.required': (p: { readRatio: number }) =>
    `the configuration (configz) of at least ${percent(
      p.readRatio,
    )} of the kubelets`,

  'workers.no-machines': () =>
    'there is no worker machine: pods run on virtual nodes, or on nodes made for one pod each',

  'node-ready-ratio.title': () => 'Node readiness',
  'node-ready-ratio.none': () => 'the cluster has no nodes',
  'node-ready-ratio.observed': (p: {
    nodes: number;
    notReady: readonly string[];
    longestSeconds: number;
    zones: readonly string[];
  }) =>
    p.notReady.length === 0
      ? `all ${count(p.nodes, 'node')} Ready`
      : [
          `${p.notReady.length} of ${count(p.nodes, 'node')} NotReady: ${list(
            p.notReady,
          )}`,
          p.longestSeconds >= 0
            ? `for up to ${duration(p.longestSeconds)}`
            : 'since when is unknown',
          p.zones.length > 0
            ? `lost ${p.zones.length === 1 ? 'zone' : 'zones'}: ${list(
                p.zones,
              )}`
            : '',
        ]
          .filter(Boolean)
          .join('; '),
  'node-ready-ratio.required': (p: {
    warnSeconds: number;
    zoneRatio: number;
    clusterRatio: number;
  }) =>
    `no node NotReady for ${duration(p.warnSeconds)}, and less than ${percent(
      p.zoneRatio,
    )} of any zone and ${percent(p.clusterRatio)} of the cluster`,
  'node-ready-ratio.fix': (p: { nodes: readonly string[] }) =>
    `check the machine, the kubelet and the network of ${list(p.nodes)}`,

  'node-lease-fresh.title': () => 'Node heartbeats',
  'node-lease-fresh.none': () => 'the cluster has no node leases',
  'node-lease-fresh.observed': (p: {
    nodes: number;
    stale: readonly string[];
    dead: number;
    oldestSeconds: number;
  }) =>
    p.stale.length === 0
      ? `all ${count(p.nodes, 'node')} renewed their Lease in time`
      : `${p.stale.length} of ${count(
          p.nodes,
          'node',
        )} did not renew their Lease in time: ${list(p.stale)}${
          p.oldestSeconds > 0
            ? `; the oldest heartbeat is ${duration(p.oldestSeconds)} old`
            : '; no heartbeat at all'
        }`,
  'node-lease-fresh.required': (p: {
    warnSeconds: number;
    graceSeconds: number;
    failRatio: number;
  }) =>
    `every Lease renewed within its own duration (Default: ${
      p.warnSeconds
    } s); no control-plane node and less than ${percent(
      p.failRatio,
    )} of all nodes without renewal for ${
      p.graceSeconds
    } s, after which a node counts as lost`,
  'node-lease-fresh.off-clock': (p: { nodes: readonly string[] }) =>
    `the heartbeats of ${list(
      p.nodes,
    )} have impossible times: the clocks there differ from that of the API server`,
  'node-lease-fresh.fix-clock': (p: { nodes: readonly string[] }) =>
    `synchronise the clocks (NTP) of ${list(p.nodes)}`,
  'node-lease-fresh.fix': (p: { nodes: readonly string[] }) =>
    `check the machine, the kubelet and the network of ${list(p.nodes)}`,

  'node-count.title': () => 'Number of worker nodes',
  'node-count.observed': (p: { schedulable: number; out: readonly string[] }) =>
    `${count(p.schedulable, 'schedulable worker')}${
      p.out.length > 0 ? `; out of service: ${list(p.out)}` : ''
    }`,
  'node-count.required': (p: { minimum: number }) =>
    `at least ${count(p.minimum, 'schedulable worker')}`,
  'node-count.fix': (p: { missing: number }) =>
    `add ${count(p.missing, 'worker')}, or bring back those out of service`,

  'node-n1-headroom.title': () =>
    'Capacity after the loss of the largest worker',
  'node-n1-headroom.none': () => 'there is no schedulable worker',
  'node-n1-headroom.fix-none': () =>
    'add workers, or make the existing ones schedulable again (kubectl uncordon)',
  'node-n1-headroom.observed': (p: {
    workers: number;
    node: string;
    resource: 'cpu' | 'memory' | 'pods';
    requested: number;
    left: number;
  }) =>
    p.workers === 1
      ? `${p.node} is the only schedulable worker`
      : `after the loss of ${p.node}, ${amount(
          p.resource,
          p.left,
        )} remain for requests of ${amount(p.resource, p.requested)}`,
  'node-n1-headroom.required': (p: { spareRatio: number }) =>
    `all requests fit on the workers without the largest one, with ${percent(
      p.spareRatio,
    )} to spare`,
  'node-n1-headroom.fix': (p: {
    resource: 'cpu' | 'memory' | 'pods';
    missing: number;
  }) =>
    p.missing > 0
      ? `add workers with ${amount(
          p.resource,
          p.missing,
        )} more, or lower the requests of pods`
      : 'add a worker',

  'node-pressure.title': () => 'Node pressure',
  'node-pressure.observed': (p: {
    nodes: number;
    pressed: readonly string[];
    kinds: readonly string[];
    silent: number;
  }) =>
    [
      p.pressed.length > 0
        ? `${list(p.kinds)} on ${list(p.pressed)}`
        : `no pressure on ${p.nodes - p.silent} of ${count(p.nodes, 'node')}`,
      p.silent > 0 ? `no heartbeat from ${count(p.silent, 'node')}` : '',
    ]
      .filter(Boolean)
      .join('; '),
  'node-pressure.required': (p: { zoneRatio: number }) =>
    `no node with MemoryPressure, DiskPressure or PIDPressure, and never more than ${percent(
      p.zoneRatio,
    )} of a zone`,
  'node-pressure.fix': (p: { nodes: readonly string[] }) =>
    `find the pods that use most memory, disk or processes on ${list(
      p.nodes,
    )}; clean up images, set limits`,

  'node-failover-time.title': () => 'Pod eviction time after a node failure',
  'node-failover-time.observed': (p: {
    totalSeconds: number;
    graceSeconds: number;
    tolerationSeconds: number;
    shortestGraceSeconds: number;
  }) =>
    `pods are evicted after ${duration(
      p.totalSeconds,
    )}: a node monitor grace period of ${
      p.graceSeconds
    } s and a toleration of ${p.tolerationSeconds} s${
      p.shortestGraceSeconds < p.graceSeconds
        ? `; one controller-manager has a grace period of ${p.shortestGraceSeconds} s`
        : ''
    }`,
  'node-failover-time.removed': (p: { flags: readonly string[] }) =>
    `the controller-manager is started with ${list(
      p.flags,
    )}, which this version does not support`,
  'node-failover-time.no-version': () =>
    'the version is unknown, and with it the default of --node-monitor-grace-period',
  'node-failover-time.unread': (p: { component: string; detail: string }) =>
    `the flags of ${p.component} are not visible${
      p.detail ? `: ${p.detail}` : ''
    }`,
  'node-failover-time.required': (p: {
    minimumGraceSeconds: number;
    maximumTolerationSeconds: number;
  }) =>
    `a node monitor grace period of at least ${p.minimumGraceSeconds} s and a toleration of at most ${p.maximumTolerationSeconds} s`,
  'node-failover-time.fix-removed': () =>
    'remove these flags from the manifest of kube-controller-manager; the time is set by --default-unreachable-toleration-seconds of the API server',
  'node-failover-time.fix-grace': (p: { graceSeconds: number }) =>
    `set --node-monitor-grace-period of kube-controller-manager to ${p.graceSeconds}s: with less, nodes flap when a connection breaks`,
  'node-failover-time.fix-toleration': (p: { tolerationSeconds: number }) =>
    `lower --default-not-ready-toleration-seconds and --default-unreachable-toleration-seconds of the API server towards ${p.tolerationSeconds}`,

  'node-status-frequency.title': () => 'Kubelet status frequency',
  'node-status-frequency.observed': (p: {
    kubelets: number;
    slow: readonly string[];
    often: readonly string[];
    nodes: number;
  }) =>
    [
      p.slow.length > 0
        ? `node status updated too seldom on ${list(p.slow)}`
        : '',
      p.often.length > 0
        ? `node status reported more often than by default on ${list(
            p.often,
          )}, of ${count(p.nodes, 'node')}`
        : '',
    ]
      .filter(Boolean)
      .join('; ') ||
    `${count(p.kubelets, 'kubelet')} with the frequencies required`,
  'node-status-frequency.required': (p: {
    updateSeconds: number;
    reportSeconds: number;
    largeClusterNodes: number;
  }) =>
    `node status updated every ${round(
      p.updateSeconds,
      1,
    )} s or sooner; reported no more often than every ${duration(
      p.reportSeconds,
    )} with over ${p.largeClusterNodes} nodes`,
  'node-status-frequency.fix': () =>
    'remove nodeStatusUpdateFrequency and nodeStatusReportFrequency from the kubelet configuration. Defaults: 10 s and 5 min',

  'node-graceful-shutdown.title': () => 'Graceful node shutdown',
  'node-graceful-shutdown.windows': () => 'all nodes run Windows',
  'node-graceful-shutdown.observed': (p: {
    kubelets: number;
    without: readonly string[];
  }) =>
    p.without.length === 0
      ? `${count(
          p.kubelets,
          'kubelet',
        )} terminate pods before the machine shuts down`
      : `${p.without.length} of ${count(
          p.kubelets,
          'kubelet',
        )} give ordinary pods no time at a shutdown: ${list(p.without)}`,
  'node-graceful-shutdown.required': () =>
    'shutdownGracePeriod above 0 and longer than shutdownGracePeriodCriticalPods, or shutdownGracePeriodByPodPriority',
  'node-graceful-shutdown.fix': () =>
    'set shutdownGracePeriod (for example 30s) and shutdownGracePeriodCriticalPods (for example 10s) in the kubelet configuration',

  'node-controlplane-isolation.title': () =>
    'Control plane isolation from workloads',
  'node-controlplane-isolation.not-visible': () =>
    'no control-plane node is part of the cluster',
  'node-controlplane-isolation.compact': () =>
    'every node is a control-plane node: workloads have nowhere else to run',
  'node-controlplane-isolation.observed': (p: {
    nodes: number;
    open: readonly string[];
    guests: readonly string[];
  }) =>
    [
      p.guests.length > 0
        ? `${count(
            p.guests.length,
            'workload pod',
          )} on control-plane nodes: ${list(p.guests)}`
        : '',
      p.open.length > 0 ? `no taint keeps pods off ${list(p.open)}` : '',
    ]
      .filter(Boolean)
      .join('; ') ||
    `${count(p.nodes, 'control-plane node')} free of workloads`,
  'node-controlplane-isolation.required': () =>
    'control-plane nodes tainted NoSchedule and without workloads',
  'node-controlplane-isolation.fix': () =>
    'taint the control-plane nodes with node-role.kubernetes.io/control-plane:NoSchedule and move the workloads to workers',
} as const;
