/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { count, duration, list, percent, round } from '../format';
import { processCommands } from './connectionFix';

/** The two components that lead by a Lease. */
type LeadingComponent = 'kube-controller-manager' | 'kube-scheduler';

const leaseSentences = (component: LeadingComponent) => ({
  observed: (p: { holder: string; ageSeconds: number }) =>
    `${p.holder} is the leader and renewed its Lease ${round(
      p.ageSeconds,
      1,
    )} s ago`,
  required: (p: { deadlineSeconds: number; durationSeconds: number }) =>
    `the Lease renewed within ${round(p.deadlineSeconds, 1)} s; after ${round(
      p.durationSeconds,
      1,
    )} s there is no leader`,
  missing: () => `there is no Lease kube-system/${component}`,
  released: () => `the Lease kube-system/${component} has no holder`,
  fix: () =>
    `check on each control-plane node that ${component} runs and reaches its API server (${processCommands[component]})`,
});

const kcmLease = leaseSentences('kube-controller-manager');
const schedulerLease = leaseSentences('kube-scheduler');

const upSentence = (
  component: string,
  p: {
    up: number;
    copies: number;
    notReady: readonly string[];
    unproven: readonly string[];
  },
) =>
  [
    `${p.up} of ${p.copies} instances of ${component} up`,
    p.notReady.length > 0 ? `not Ready on ${list(p.notReady)}` : '',
    p.unproven.length > 0
      ? `no heartbeat from the kubelet of ${list(p.unproven)}`
      : '',
  ]
    .filter(Boolean)
    .join('; ');

/** What the scheduler and controller-manager checks say. */
export const leaders = {
  'leaders.no-static-pods': (p: { components: readonly string[] }) =>
    `no static pod of ${list(
      p.components,
    )} is visible: the control plane does not run as static pods, or is hidden from the reader`,

  'lease.no-election': (p: { component: string }) =>
    `the only ${p.component} runs with --leader-elect=false and needs no Lease`,
  'lease.clock-ahead': (p: { lease: string; aheadSeconds: number }) =>
    `the Lease ${p.lease} was renewed ${duration(
      p.aheadSeconds,
    )} in the future: the clock of its holder is ahead of the API server's`,
  'lease.clock-ahead-fix': () =>
    'synchronise the clocks of the control-plane machines (NTP)',

  'kcm-lease-fresh.title': () => 'Controller-manager leader Lease',
  'kcm-lease-fresh.observed': kcmLease.observed,
  'kcm-lease-fresh.required': kcmLease.required,
  'kcm-lease-fresh.missing': kcmLease.missing,
  'kcm-lease-fresh.released': kcmLease.released,
  'kcm-lease-fresh.fix': kcmLease.fix,

  'scheduler-lease-fresh.title': () => 'Scheduler leader Lease',
  'scheduler-lease-fresh.observed': schedulerLease.observed,
  'scheduler-lease-fresh.required': schedulerLease.required,
  'scheduler-lease-fresh.missing': schedulerLease.missing,
  'scheduler-lease-fresh.released': schedulerLease.released,
  'scheduler-lease-fresh.fix': schedulerLease.fix,

  'leader-candidates.title': () => 'Standby candidates for leader election',
  'leader-candidates.observed': (p: {
    candidates: readonly string[];
    unproven: readonly string[];
  }) =>
    `nodes with a live candidate: ${list(p.candidates)}${
      p.unproven.length > 0 ? `; not live: ${list(p.unproven)}` : ''
    }`,
  'leader-candidates.required': (p: { candidates: number }) =>
    `${p.candidates} live candidates of each component, on different nodes`,
  'leader-candidates.fix': (p: { components: readonly string[] }) =>
    `run ${list(
      p.components,
    )} on another control-plane node, or bring back the node that is down`,

  'kcm-up.title': () => 'Controller-manager availability',
  'kcm-up.observed': (p: {
    up: number;
    copies: number;
    notReady: readonly string[];
    unproven: readonly string[];
  }) => upSentence('kube-controller-manager', p),
  'kcm-up.required': () =>
    'every instance of kube-controller-manager Ready, as reported by a live kubelet',
  'kcm-up.fix': (p: { nodes: readonly string[] }) =>
    `check kube-controller-manager and the kubelet on ${list(p.nodes)} (${
      processCommands['kube-controller-manager']
    })`,

  'scheduler-up.title': () => 'Scheduler availability',
  'scheduler-up.observed': (p: {
    up: number;
    copies: number;
    notReady: readonly string[];
    unproven: readonly string[];
  }) => upSentence('kube-scheduler', p),
  'scheduler-up.required': () =>
    'every instance of kube-scheduler Ready, as reported by a live kubelet',
  'scheduler-up.fix': (p: { nodes: readonly string[] }) =>
    `check kube-scheduler and the kubelet on ${list(p.nodes)} (${
      processCommands['kube-scheduler']
    })`,

  'leader-elect-flags.title': () => 'Leader election configuration',
  'leader-elect-flags.observed': (p: {
    copies: number;
    failoverSeconds: number;
  }) =>
    `${count(
      p.copies,
      'instance',
    )} of controller-manager and scheduler; a failover takes up to ${duration(
      p.failoverSeconds,
    )}`,
  'leader-elect-flags.off': (p: { names: readonly string[] }) =>
    `--leader-elect=false although there are several instances: ${list(
      p.names,
    )}`,
  'leader-elect-flags.disordered': (p: { names: readonly string[] }) =>
    `lease duration, renew deadline and retry period are not in this order: ${list(
      p.names,
    )}`,
  'leader-elect-flags.in-file': (p: { names: readonly string[] }) =>
    `leader election is configured in a file that is not visible: ${list(
      p.names,
    )}`,
  'leader-elect-flags.required': (p: { failoverSeconds: number }) =>
    `leader election on, lease duration above renew deadline above retry period, failover within ${duration(
      p.failoverSeconds,
    )}`,
  'leader-elect-flags.fix': () =>
    'remove the --leader-elect flags from the manifests of kube-controller-manager and kube-scheduler. Defaults: on, 15 s, 10 s and 2 s',

  'leader-flapping.title': () => 'Leader stability',
  'leader-flapping.observed': (p: {
    changes: readonly string[];
    windowSeconds: number;
  }) =>
    `changes of leader within ${duration(p.windowSeconds)}: ${list(p.changes)}`,
  'leader-flapping.required': (p: { transitions: number }) =>
    `fewer than ${p.transitions} changes of leader per hour`,
  'leader-flapping.fix': (p: { lease: string }) =>
    `find out why ${p.lease} loses its Lease: check for slow API servers, slow etcd disks and machines short of CPU`,
  'leader-flapping.no-history': () =>
    'changes of leader have not been observed over time yet',

  'leader-colocation.title': () => 'Leader placement on machines',
  'leader-colocation.apart': (p: {
    controllerManager: string;
    scheduler: string;
  }) =>
    `the leader of controller-manager is on ${p.controllerManager}, that of scheduler on ${p.scheduler}`,
  'leader-colocation.etcd-apart': (p: { host: string; etcd: string }) =>
    `the leaders of controller-manager and scheduler are on ${p.host}, the leader of etcd on ${p.etcd}`,
  'leader-colocation.together': (p: { host: string }) =>
    `the leaders of etcd, controller-manager and scheduler are all on ${p.host}`,
  'leader-colocation.required': () =>
    'the leaders of etcd, controller-manager and scheduler not all on one machine',
  'leader-colocation.fix': () =>
    'not urgent: before maintenance of this machine, move the etcd leader with etcdctl move-leader',
  'leader-colocation.no-leader': () =>
    'the leader of controller-manager or scheduler is unknown',
  'leader-colocation.holder-unplaced': (p: { host: string }) =>
    `no node is called ${p.host}, so whether the etcd leader runs there is unknown`,
  'leader-colocation.etcd-leader-unplaced': () =>
    'the machine of the etcd leader is unknown',

  'scheduler-backlog.title': () => 'Unschedulable pods',
  'scheduler-backlog.observed': (p: {
    waiting: number;
    pods: number;
    longestSeconds: number;
    names: readonly string[];
  }) =>
    p.waiting === 0
      ? `none of ${count(p.pods, 'pod')} is unschedulable`
      : `${p.waiting} of ${count(p.pods, 'pod')} (${percent(
          p.waiting / p.pods,
        )}) unschedulable, the longest for ${duration(
          p.longestSeconds,
        )}, among them ${list(p.names)}`,
  'scheduler-backlog.required': (p: { waitingSeconds: number }) =>
    `no pod unschedulable for more than ${duration(p.waitingSeconds)}`,
  'scheduler-backlog.fix': () =>
    'read the events of these pods (kubectl describe pod), then add capacity or correct their requests, affinity or tolerations',
} as const;
