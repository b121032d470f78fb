/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { UnknownReason } from '../../snapshot/signal';
import { count, duration, list } from '../format';
import { reasonWords } from './common';

/** What is read of a member. */
const readingWords = {
  status: 'status',
  metrics: 'metrics',
  certificates: 'certificates',
  hash: 'data hash',
  membership: 'membership',
} as const;

function votersInNameOnly(names: readonly string[] = []): string {
  return names.length === 0
    ? ''
    : `listed as voter, while its own Status says learner: ${list(names)}`;
}

/** Sentences that several etcd checks share, and what the checks of members and votes say. */
export const etcd = {
  'etcd.unread.observed': (p: {
    kind: keyof typeof readingWords;
    members: readonly string[];
    reason: UnknownReason;
    detail: string;
  }) =>
    `no ${readingWords[p.kind]} from ${list(p.members)} (${
      reasonWords[p.reason]
    })${p.detail ? `: ${p.detail}` : ''}`,
  'etcd.unread.required': (p: { kind: keyof typeof readingWords }) =>
    `the ${readingWords[p.kind]} of every running member`,
  'etcd.none-running.observed': (p: { kind: keyof typeof readingWords }) =>
    `no member is running that could give its ${readingWords[p.kind]}`,
  'etcd.absent.observed': (p: {
    kind: keyof typeof readingWords;
    detail: string;
  }) => `the members have no ${readingWords[p.kind]}: ${p.detail}`,
  'etcd.no-voters.observed': (p: { from: string }) =>
    `the member list from ${p.from} has no voter`,
  'etcd.no-voters.required': () => 'a member list with at least one voter',
  'etcd.quota-unknown.observed': (p: { members: readonly string[] }) =>
    `the space quota of ${list(p.members)} is not known`,
  'etcd.quota-unknown.required': () =>
    'the quota as the member, its metrics or its flags tell it; none is assumed',
  'etcd.quota-unknown.unblocks': () =>
    'let etcd metrics be read, or upgrade to etcd 3.6, which reports its quota',
  'etcd.quota-off.observed': () => 'the space quota is switched off',
  'etcd.flags-unknown.observed': (p: { detail: string }) =>
    `the flags of etcd are not visible: ${p.detail}`,
  'etcd.flags-unknown.required': () => 'the flags that etcd was started with',
  'etcd.flags-elsewhere.observed': (p: { members: readonly string[] }) =>
    `etcd on ${list(
      p.members,
    )} is set up by a file or its environment, which is not visible`,
  'etcd.read-once.observed': (p: { members: readonly string[] }) =>
    `${list(
      p.members,
    )}: read once so far, which tells of all the time since the start and not of now`,
  'etcd.quiet-histogram.observed': (p: {
    members: readonly string[];
    family: string;
    minimum: number;
  }) =>
    `${list(p.members)}: fewer than ${p.minimum} observations of ${p.family}`,

  'etcd-quorum-fault-tolerance.title': () => 'Spare etcd voters',
  'etcd-quorum-fault-tolerance.observed': (p: {
    healthy: number;
    voters: number;
    unhealthy: readonly string[];
    silent: readonly string[];
    learners?: readonly string[];
  }) =>
    [
      `${p.healthy} of ${p.voters} voters healthy`,
      p.unhealthy.length > 0 ? `not healthy: ${list(p.unhealthy)}` : '',
      p.silent.length > 0 ? `not heard from: ${list(p.silent)}` : '',
      votersInNameOnly(p.learners),
    ]
      .filter(Boolean)
      .join('; '),
  'etcd-quorum-fault-tolerance.required': (p: {
    required: number;
    spare: number;
    quorum: number;
  }) =>
    `${p.required} healthy voters, so that ${p.spare} may fail and ${p.quorum} still decide`,
  'etcd-quorum-fault-tolerance.unblocks': (p: {
    missing: number;
    candidates: readonly string[];
  }) => `bring back ${p.missing} of: ${list(p.candidates)}`,
  'etcd-quorum-fault-tolerance.unblocks-add': (p: { voters: number }) =>
    p.voters < 3
      ? 'add members until there are 3, each first as a learner'
      : 'add members, each first as a learner',

  'etcd-member-count.title': () => 'Number of etcd voters',
  'etcd-member-count.observed': (p: {
    voters: number;
    learners: number;
    tolerates: number;
  }) =>
    `${count(p.voters, 'voter')}${
      p.learners > 0 ? ` and ${count(p.learners, 'learner')}` : ''
    }: the loss of ${p.tolerates} can be borne`,
  'etcd-member-count.required': (p: { minimum: number; maximum: number }) =>
    `an odd number of voters from ${p.minimum} to ${p.maximum}`,
  'etcd-member-count.unblocks-grow': (p: { missing: number }) =>
    `add ${count(p.missing, 'member')}, one at a time, each first as a learner`,
  'etcd-member-count.unblocks-shrink': (p: { maximum: number }) =>
    `remove members down to ${p.maximum}: every write waits for a majority of them`,
  'etcd-member-count.unblocks-even': (p: { smaller: number; larger: number }) =>
    `go to ${p.larger} voters, or to ${p.smaller}: an even number bears no more losses than one fewer`,

  'etcd-has-leader.title': () => 'etcd leader agreed',
  'etcd-has-leader.observed': (p: {
    leaders: readonly string[];
    following: number;
    heard: number;
    voters: number;
    terms: readonly string[];
    leaderless: readonly string[];
    down?: readonly string[];
  }) => {
    const leading =
      p.leaders.length === 0
        ? `none of ${count(p.heard, 'voter')} knows a leader`
        : `${p.following} of ${p.voters} voters follow ${list(p.leaders)}`;
    return [
      p.heard === 0 ? `none of ${p.voters} voters tells its leader` : leading,
      p.terms.length === 1 ? `term ${p.terms[0]}` : '',
      p.terms.length > 1 ? `terms ${list(p.terms)} at once` : '',
      p.leaders.length > 0 && p.leaderless.length > 0
        ? `no leader known to ${list(p.leaderless)}`
        : '',
      p.down && p.down.length > 0 ? `down: ${list(p.down)}` : '',
    ]
      .filter(Boolean)
      .join('; ');
  },
  'etcd-has-leader.required': (p: { quorum: number }) =>
    `one leader and one term, named by at least ${p.quorum} voters`,
  'etcd-has-leader.unblocks': () =>
    'restore the connection between the members, then bring back stopped ones with their own data',

  'etcd-member-health.title': () => 'etcd members up',
  'etcd-member-health.observed': (p: {
    voters: number;
    down: readonly string[];
    longestSeconds: number;
    silent: readonly string[];
    learners?: readonly string[];
  }) =>
    [
      p.down.length === 0 && p.silent.length === 0
        ? `all ${count(p.voters, 'voter')} healthy`
        : '',
      p.down.length > 0
        ? `not healthy: ${list(p.down)}${
            p.longestSeconds >= 1 ? `, for ${duration(p.longestSeconds)}` : ''
          }`
        : '',
      p.silent.length > 0 ? `not heard from: ${list(p.silent)}` : '',
      votersInNameOnly(p.learners),
    ]
      .filter(Boolean)
      .join('; '),
  'etcd-member-health.required': (p: { downSeconds: number }) =>
    `every voter answers a linearizable read; none is down for ${duration(
      p.downSeconds,
    )}`,
  'etcd-member-health.unblocks': (p: { members: readonly string[] }) =>
    `look at the etcd process, its disk and its network on: ${list(p.members)}`,

  'etcd-learner-stuck.title': () => 'etcd members still joining',
  'etcd-learner-stuck.observed': (p: {
    learners: readonly string[];
    unstarted: readonly string[];
    longestSeconds: number;
  }) =>
    p.learners.length + p.unstarted.length === 0
      ? 'no learner and no unstarted member'
      : [
          p.learners.length > 0 ? `learner: ${list(p.learners)}` : '',
          p.unstarted.length > 0 ? `not started: ${list(p.unstarted)}` : '',
          p.longestSeconds > 0 ? `for ${duration(p.longestSeconds)}` : '',
        ]
          .filter(Boolean)
          .join('; '),
  'etcd-learner-stuck.required': (p: { warnSeconds: number }) =>
    `an added member has its vote within ${duration(p.warnSeconds)}`,
  'etcd-learner-stuck.unblocks': (p: { members: readonly string[] }) =>
    `start and promote ${list(p.members)}, or remove it`,

  'etcd-leader-changes.title': () => 'etcd leader elections',
  'etcd-leader-changes.observed': (p: {
    elections: number;
    seenSeconds: number;
  }) =>
    `${count(p.elections, 'election')} in the last ${duration(p.seenSeconds)}`,
  'etcd-leader-changes.required': (p: {
    warnElections: number;
    windowSeconds: number;
  }) => `fewer than ${p.warnElections} in ${duration(p.windowSeconds)}`,
  'etcd-leader-changes.unblocks': () =>
    'find what delays the heartbeats: slow disks first, then the network and starved CPUs',
  'etcd-leader-changes.unblocks-wait': (p: { minimumSeconds: number }) =>
    `wait for ${duration(p.minimumSeconds)} of observations`,

  'etcd-alarms.title': () => 'etcd alarms',
  'etcd-alarms.none': () => 'no alarm raised',
  'etcd-alarms.observed': (p: {
    alarms: readonly string[];
    members: readonly string[];
  }) => `${list(p.alarms)} raised by ${list(p.members)}`,
  'etcd-alarms.unread': (p: { detail: string }) =>
    `the list of alarms could not be read: ${p.detail}`,
  'etcd-alarms.required': () => 'no alarm on any member',
  'etcd-alarms.unblocks-nospace': () =>
    'compact, defragment the members one at a time, then disarm the alarm; etcd takes no writes until then',
  'etcd-alarms.unblocks-corrupt': () =>
    'stop automation that writes, find the member that differs, replace it; do not disarm first',

  'etcd-raft-lag.title': () => 'etcd replication lag',
  'etcd-raft-lag.observed': (p: { member: string; entries: number }) =>
    `${p.member} is ${count(
      p.entries,
      'raft entry',
      'raft entries',
    )} behind the newest`,
  'etcd-raft-lag.required': (p: { warnEntries: number }) =>
    `every voter less than ${p.warnEntries} entries behind`,
  'etcd-raft-lag.unblocks': (p: { members: readonly string[] }) =>
    `look at disk and network of ${list(
      p.members,
    )}; replace it if it does not catch up`,

  'etcd-zone-spread.title': () => 'etcd voters over zones',
  'etcd-zone-spread.observed': (p: {
    spread: readonly string[];
    zone: string;
    left: number;
    voters: number;
    quorum: number;
  }) =>
    `voters by zone ${p.spread.join(', ')}; without ${p.zone}, ${p.left} of ${
      p.voters
    } are left and ${p.quorum} decide`,
  'etcd-zone-spread.unplaced': (p: { members: readonly string[] }) =>
    `the zone of ${list(p.members)} is not known`,
  'etcd-zone-spread.required': (p: {
    quorum: number;
    voters: number;
    zones: number;
  }) =>
    `${p.quorum} of ${p.voters} voters left after the loss of any zone, which takes ${p.zones} zones`,
  'etcd-zone-spread.unblocks': (p: { zones: number; zone: string }) =>
    `move members out of ${p.zone}, one at a time, until ${p.zones} zones share them`,
  'etcd-zone-spread.unblocks-labels': (p: { members: readonly string[] }) =>
    `label the nodes of ${list(
      p.members,
    )} with topology.kubernetes.io/zone, or give the zones of external members in the configuration`,

  'etcd-host-colocation.title': () => 'One etcd voter per machine',
  'etcd-host-colocation.single': () => 'there is only one voter',
  'etcd-host-colocation.observed': (p: {
    voters: number;
    hosts: readonly string[];
  }) => `${p.voters} voters on ${p.voters} machines: ${list(p.hosts)}`,
  'etcd-host-colocation.shared': (p: {
    host: string;
    members: readonly string[];
    hosts: number;
    voters: number;
  }) =>
    `${list(p.members)} share ${p.host}; ${p.voters} voters on ${count(
      p.hosts,
      'machine',
    )}`,
  'etcd-host-colocation.unplaced': (p: { members: readonly string[] }) =>
    `the machine of ${list(p.members)} is not known`,
  'etcd-host-colocation.required': () => 'a machine of its own for every voter',
  'etcd-host-colocation.unblocks': (p: { host: string }) =>
    `move all members but one away from ${p.host}, one at a time`,

  'etcd-version.title': () => 'etcd version',
  'etcd-version.observed': (p: {
    versions: readonly string[];
    members: number;
  }) => `${count(p.members, 'member')} on ${list(p.versions)}`,
  'etcd-version.required': () =>
    'one version on all members, from which the next minor version can be reached',
  'etcd-version.unblocks-spread': () =>
    'bring the members to neighbouring minor versions: a wider mix is not supported',
  'etcd-version.unblocks-mixed': () =>
    'finish the upgrade, one member at a time',
  'etcd-version.unblocks-patch': (p: { target: string; next: string }) =>
    `upgrade to ${p.target} or later first: ${p.next} must be entered from there`,
} as const;
