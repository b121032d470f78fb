/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { count, duration, list, percent, round } from '../format';

const leaseSentences = (component: string) => ({
  observed: (p: { holder: string; ageSeconds: number }) =>
    `${p.holder} leads and renewed its Lease ${round(p.ageSeconds, 1)} s ago`,
  required: (p: { deadlineSeconds: number; durationSeconds: number }) =>
    `renewed within ${round(p.deadlineSeconds, 1)} s; after ${round(
      p.durationSeconds,
      1,
    )} s nobody leads`,
  missing: () => `there is no Lease kube-system/${component}`,
  released: () => `nobody holds the Lease kube-system/${component}`,
  unblocks: () =>
    `see whether ${component} runs and reaches its API server, on each control-plane node`,
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
    `${p.up} of ${p.copies} copies of ${component} up`,
    p.notReady.length > 0 ? `not Ready on ${list(p.notReady)}` : '',
    p.unproven.length > 0
      ? `no word from the kubelet of ${list(p.unproven)}`
      : '',
  ]
    .filter(Boolean)
    .join('; ');

/** What the scheduler and controller-manager checks say. */
export const leaders = {
  'leaders.no-static-pods': (p: { components: readonly string[] }) =>
    `no static pod of ${list(
      p.components,
    )} is visible: the control plane is made in another way, or not shown`,

  'lease.no-election': (p: { component: string }) =>
    `the only ${p.component} runs with --leader-elect=false and needs no Lease`,
  'lease.clock-ahead': (p: { lease: string; aheadSeconds: number }) =>
    `the Lease ${p.lease} was renewed ${duration(
      p.aheadSeconds,
    )} in the future: the clock of its holder is ahead of the API server's`,
  'lease.clock-ahead-unblocks': () =>
    'set the clocks of the control-plane machines right (NTP)',

  'kcm-lease-fresh.title': () => 'A controller-manager leads',
  'kcm-lease-fresh.observed': kcmLease.observed,
  'kcm-lease-fresh.required': kcmLease.required,
  'kcm-lease-fresh.missing': kcmLease.missing,
  'kcm-lease-fresh.released': kcmLease.released,
  'kcm-lease-fresh.unblocks': kcmLease.unblocks,

  'scheduler-lease-fresh.title': () => 'A scheduler leads',
  'scheduler-lease-fresh.observed': schedulerLease.observed,
  'scheduler-lease-fresh.required': schedulerLease.required,
  'scheduler-lease-fresh.missing': schedulerLease.missing,
  'scheduler-lease-fresh.released': schedulerLease.released,
  'scheduler-lease-fresh.unblocks': schedulerLease.unblocks,

  'leader-candidates.title': () => 'A standby for every leader',
  'leader-candidates.observed': (p: {
    candidates: readonly string[];
    unproven: readonly string[];
  }) =>
    `nodes with a live candidate: ${list(p.candidates)}${
      p.unproven.length > 0 ? `; not live: ${list(p.unproven)}` : ''
    }`,
  'leader-candidates.required': (p: { candidates: number }) =>
    `${p.candidates} live candidates of each, on different nodes`,
  'leader-candidates.unblocks': (p: { components: readonly string[] }) =>
    `run ${list(
      p.components,
    )} on another control-plane node, or bring that node back`,

  'kcm-up.title': () => 'Controller-managers are up',
  'kcm-up.observed': (p: {
    up: number;
    copies: number;
    notReady: readonly string[];
    unproven: readonly string[];
  }) => upSentence('kube-controller-manager', p),
  'kcm-up.required': () =>
    'every copy of kube-controller-manager Ready, by the word of a live kubelet',
  'kcm-up.unblocks': (p: { nodes: readonly string[] }) =>
    `look at the log of kube-controller-manager and at the kubelet on ${list(
      p.nodes,
    )}`,

  'scheduler-up.title': () => 'Schedulers are up',
  'scheduler-up.observed': (p: {
    up: number;
    copies: number;
    notReady: readonly string[];
    unproven: readonly string[];
  }) => upSentence('kube-scheduler', p),
  'scheduler-up.required': () =>
    'every copy of kube-scheduler Ready, by the word of a live kubelet',
  'scheduler-up.unblocks': (p: { nodes: readonly string[] }) =>
    `look at the log of kube-scheduler and at the kubelet on ${list(p.nodes)}`,

  'leader-elect-flags.title': () => 'Leader election is on and swift',
  'leader-elect-flags.observed': (p: {
    copies: number;
    failoverSeconds: number;
  }) =>
    `${count(
      p.copies,
      'copy',
      'copies',
    )} of controller-manager and scheduler; a failover takes up to ${duration(
      p.failoverSeconds,
    )}`,
  'leader-elect-flags.off': (p: { names: readonly string[] }) =>
    `--leader-elect=false beside other copies: ${list(p.names)}`,
  'leader-elect-flags.disordered': (p: { names: readonly string[] }) =>
    `lease duration, renew deadline and retry period are not in this order: ${list(
      p.names,
    )}`,
  'leader-elect-flags.in-file': (p: { names: readonly string[] }) =>
    `leader election is set in a configuration file that cannot be seen: ${list(
      p.names,
    )}`,
  'leader-elect-flags.required': (p: { failoverSeconds: number }) =>
    `leader election on, lease duration above renew deadline above retry period, failover within ${duration(
      p.failoverSeconds,
    )}`,
  'leader-elect-flags.unblocks': () =>
    'remove the --leader-elect flags: the defaults are on, 15 s, 10 s and 2 s',

  'leader-flapping.title': () => 'Leaders stay',
  'leader-flapping.observed': (p: {
    changes: readonly string[];
    windowSeconds: number;
  }) =>
    `changes of leader within ${duration(p.windowSeconds)}: ${list(p.changes)}`,
  'leader-flapping.required': (p: { transitions: number }) =>
    `fewer than ${p.transitions} changes an hour`,
  'leader-flapping.unblocks': (p: { lease: string }) =>
    `see why ${p.lease} loses its Lease: slow API servers, slow etcd disks, or a machine short of CPU`,
  'leader-flapping.no-history': () =>
    'changes of leader have not been seen over time yet',

  'leader-colocation.title': () => 'Leaders on different machines',
  'leader-colocation.apart': (p: {
    controllerManager: string;
    scheduler: string;
  }) =>
    `controller-manager leads on ${p.controllerManager}, scheduler on ${p.scheduler}`,
  'leader-colocation.etcd-apart': (p: { host: string; etcd: string }) =>
    `controller-manager and scheduler lead on ${p.host}, etcd on ${p.etcd}`,
  'leader-colocation.together': (p: { host: string }) =>
    `etcd, controller-manager and scheduler all lead on ${p.host}`,
  'leader-colocation.required': () =>
    'the leaders of etcd, controller-manager and scheduler not all on one machine',
  'leader-colocation.unblocks': () =>
    'nothing urgent: move the etcd leader before work on this machine',
  'leader-colocation.no-leader': () =>
    'a leader of controller-manager or scheduler is not known',
  'leader-colocation.holder-unplaced': (p: { host: string }) =>
    `no node is called ${p.host}, so whether the etcd leader runs there is not known`,
  'leader-colocation.etcd-leader-unplaced': () =>
    'on which machine the etcd leader runs is not known',

  'scheduler-backlog.title': () => 'Pods without a place',
  'scheduler-backlog.observed': (p: {
    waiting: number;
    pods: number;
    longestSeconds: number;
    names: readonly string[];
  }) =>
    p.waiting === 0
      ? `none of ${count(p.pods, 'pod')} waits for a place`
      : `${p.waiting} of ${count(p.pods, 'pod')} (${percent(
          p.waiting / p.pods,
        )}) cannot be placed, the longest for ${duration(
          p.longestSeconds,
        )}, among them ${list(p.names)}`,
  'scheduler-backlog.required': (p: { waitingSeconds: number }) =>
    `no pod unschedulable for more than ${duration(p.waitingSeconds)}`,
  'scheduler-backlog.unblocks': () =>
    'read the events of these pods: add room, or correct what they ask for',
} as const;
