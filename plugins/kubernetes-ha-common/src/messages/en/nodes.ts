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
    `${p.known} of ${count(p.total, 'kubelet')} told their configuration${
      p.detail ? `: ${p.detail}` : ''
    }`,
  'kubelets.absent': (p: { detail: string }) =>
    `no node has a kubelet that could be asked: ${p.detail}`,
  'kubelets.required': (p: { readRatio: number }) =>
    `the configuration (configz) of at least ${percent(
      p.readRatio,
    )} of the kubelets`,

  'workers.no-machines': () =>
    'there is no worker machine: pods run on virtual nodes, or on nodes made for one pod each',

  'node-ready-ratio.title': () => 'Nodes ready',
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
          `${p.notReady.length} of ${count(p.nodes, 'node')} not Ready: ${list(
            p.notReady,
          )}`,
          p.longestSeconds >= 0
            ? `for up to ${duration(p.longestSeconds)}`
            : 'nobody knows since when',
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
    `no node out for ${duration(p.warnSeconds)}, less than ${percent(
      p.zoneRatio,
    )} of any zone and ${percent(p.clusterRatio)} of the cluster`,
  'node-ready-ratio.unblocks': (p: { nodes: readonly string[] }) =>
    `look at machine, kubelet and network of: ${list(p.nodes)}`,

  'node-lease-fresh.title': () => 'Node heartbeats',
  'node-lease-fresh.none': () => 'the cluster has no node leases',
  'node-lease-fresh.observed': (p: {
    nodes: number;
    stale: readonly string[];
    dead: number;
    oldestSeconds: number;
  }) =>
    p.stale.length === 0
      ? `heartbeats of all ${count(p.nodes, 'node')} are fresh`
      : `${p.stale.length} of ${count(p.nodes, 'node')} late: ${list(p.stale)}${
          p.oldestSeconds > 0
            ? `; the oldest heartbeat is ${duration(p.oldestSeconds)} old`
            : '; no heartbeat at all'
        }`,
  'node-lease-fresh.required': (p: {
    warnSeconds: number;
    graceSeconds: number;
    failRatio: number;
  }) =>
    `every Lease renewed before its own duration ends (${
      p.warnSeconds
    } s by default); after ${
      p.graceSeconds
    } s a node counts as lost, which no control-plane node and less than ${percent(
      p.failRatio,
    )} of all may be`,
  'node-lease-fresh.off-clock': (p: { nodes: readonly string[] }) =>
    `the heartbeats of ${list(
      p.nodes,
    )} bear times that cannot be: the clocks there differ from the API server's`,
  'node-lease-fresh.unblocks-clock': (p: { nodes: readonly string[] }) =>
    `set the clocks right (NTP) on: ${list(p.nodes)}`,
  'node-lease-fresh.unblocks': (p: { nodes: readonly string[] }) =>
    `look at machine, kubelet and network of: ${list(p.nodes)}`,

  'node-count.title': () => 'Number of workers',
  'node-count.observed': (p: { schedulable: number; out: readonly string[] }) =>
    `${count(p.schedulable, 'schedulable worker')}${
      p.out.length > 0 ? `; out of service: ${list(p.out)}` : ''
    }`,
  'node-count.required': (p: { minimum: number }) =>
    `at least ${count(p.minimum, 'schedulable worker')}`,
  'node-count.unblocks': (p: { missing: number }) =>
    `add ${count(p.missing, 'worker')}, or bring back those out of service`,

  'node-n1-headroom.title': () => 'Room to lose the largest worker',
  'node-n1-headroom.none': () => 'there is no schedulable worker',
  'node-n1-headroom.unblocks-none': () =>
    'add workers, or make those that are there schedulable again',
  'node-n1-headroom.observed': (p: {
    workers: number;
    node: string;
    resource: 'cpu' | 'memory' | 'pods';
    requested: number;
    left: number;
  }) =>
    p.workers === 1
      ? `${p.node} is the only schedulable worker`
      : `without ${p.node}, ${amount(
          p.resource,
          p.left,
        )} are left for requests of ${amount(p.resource, p.requested)}`,
  'node-n1-headroom.required': (p: { spareRatio: number }) =>
    `all requests fit on the workers but the largest, with ${percent(
      p.spareRatio,
    )} to spare`,
  'node-n1-headroom.unblocks': (p: {
    resource: 'cpu' | 'memory' | 'pods';
    missing: number;
  }) =>
    p.missing > 0
      ? `add workers for ${amount(
          p.resource,
          p.missing,
        )} more, or lower requests`
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
      p.silent > 0 ? `${count(p.silent, 'node')} not heard from` : '',
    ]
      .filter(Boolean)
      .join('; '),
  'node-pressure.required': (p: { zoneRatio: number }) =>
    `no node short of memory, disk or process ids, and never more than ${percent(
      p.zoneRatio,
    )} of a zone`,
  'node-pressure.unblocks': (p: { nodes: readonly string[] }) =>
    `find what uses most on ${list(p.nodes)}; clean up images, add limits`,

  'node-failover-time.title': () => 'Time until pods leave a dead node',
  'node-failover-time.observed': (p: {
    totalSeconds: number;
    graceSeconds: number;
    tolerationSeconds: number;
    shortestGraceSeconds: number;
  }) =>
    `evicted after ${duration(p.totalSeconds)}: ${
      p.graceSeconds
    } s to notice and ${p.tolerationSeconds} s of toleration${
      p.shortestGraceSeconds < p.graceSeconds
        ? `; one controller-manager notices after ${p.shortestGraceSeconds} s`
        : ''
    }`,
  'node-failover-time.removed': (p: { flags: readonly string[] }) =>
    `the controller-manager is given ${list(
      p.flags,
    )}, which this version does not have`,
  'node-failover-time.no-version': () =>
    'the version is not known, and with it the time after which a silent node counts as lost',
  'node-failover-time.unread': (p: { component: string; detail: string }) =>
    `the flags of ${p.component} are not visible${
      p.detail ? `: ${p.detail}` : ''
    }`,
  'node-failover-time.required': (p: {
    minimumGraceSeconds: number;
    maximumTolerationSeconds: number;
  }) =>
    `a dead node is noticed after no less than ${p.minimumGraceSeconds} s and tolerated for no more than ${p.maximumTolerationSeconds} s`,
  'node-failover-time.unblocks-removed': () =>
    'take the flags out; the time is set by --default-unreachable-toleration-seconds of the API server',
  'node-failover-time.unblocks-grace': (p: { graceSeconds: number }) =>
    `set --node-monitor-grace-period to ${p.graceSeconds}s: with less, nodes flap when a connection breaks`,
  'node-failover-time.unblocks-toleration': (p: {
    tolerationSeconds: number;
  }) =>
    `lower --default-not-ready-toleration-seconds and --default-unreachable-toleration-seconds towards ${p.tolerationSeconds}`,

  'node-status-frequency.title': () => 'Kubelet status frequency',
  'node-status-frequency.observed': (p: {
    kubelets: number;
    slow: readonly string[];
    often: readonly string[];
    nodes: number;
  }) =>
    [
      p.slow.length > 0 ? `status looked at too seldom on ${list(p.slow)}` : '',
      p.often.length > 0
        ? `status reported more often than by default on ${list(
            p.often,
          )}, of ${count(p.nodes, 'node')}`
        : '',
    ]
      .filter(Boolean)
      .join('; ') || `${count(p.kubelets, 'kubelet')} in step`,
  'node-status-frequency.required': (p: {
    updateSeconds: number;
    reportSeconds: number;
    largeClusterNodes: number;
  }) =>
    `status looked at every ${round(
      p.updateSeconds,
      1,
    )} s or sooner; reported no more often than every ${duration(
      p.reportSeconds,
    )} with over ${p.largeClusterNodes} nodes`,
  'node-status-frequency.unblocks': () =>
    'take nodeStatusUpdateFrequency and nodeStatusReportFrequency out of the kubelet configuration: the defaults are 10 s and 5 min',

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
        )} let pods end before the machine goes down`
      : `${p.without.length} of ${count(
          p.kubelets,
          'kubelet',
        )} leave ordinary pods no time at a shutdown: ${list(p.without)}`,
  'node-graceful-shutdown.required': () =>
    'shutdownGracePeriod above 0 and longer than shutdownGracePeriodCriticalPods, or shutdownGracePeriodByPodPriority',
  'node-graceful-shutdown.unblocks': () =>
    'set shutdownGracePeriod (30s, say) and shutdownGracePeriodCriticalPods (10s) in the kubelet configuration',

  'node-controlplane-isolation.title': () => 'Workloads off the control plane',
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
  'node-controlplane-isolation.unblocks': () =>
    'taint them node-role.kubernetes.io/control-plane:NoSchedule and move the workloads to workers',
} as const;
