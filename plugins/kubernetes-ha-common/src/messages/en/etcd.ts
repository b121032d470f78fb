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
    'the quota that the member, its metrics or its flags report; no default is assumed',
  'etcd.quota-unknown.fix': () =>
    'configure access to the metrics of etcd, or upgrade to etcd 3.6, which reports its quota',
  'etcd.quota-off.observed': () => 'the space quota is switched off',
  'etcd.flags-unknown.observed': (p: { detail: string }) =>
    `the flags of etcd are not visible: ${p.detail}`,
  'etcd.flags-unknown.required': () => 'the flags that etcd was started with',
  'etcd.flags-elsewhere.observed': (p: { members: readonly string[] }) =>
    `etcd on ${list(
      p.members,
    )} is configured by a file or by environment variables, which are not visible`,
  'etcd.read-once.observed': (p: { members: readonly string[] }) =>
    `${list(
      p.members,
    )}: collected only once so far, so its counters cover all the time since the process started`,
  'etcd.quiet-histogram.observed': (p: {
    members: readonly string[];
    family: string;
    minimum: number;
  }) =>
    `${list(p.members)}: fewer than ${p.minimum} observations of ${p.family}`,

  'etcd-quorum-fault-tolerance.title': () => 'etcd quorum fault tolerance',
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
      p.silent.length > 0 ? `no response from ${list(p.silent)}` : '',
      votersInNameOnly(p.learners),
    ]
      .filter(Boolean)
      .join('; '),
  'etcd-quorum-fault-tolerance.required': (p: {
    required: number;
    spare: number;
    quorum: number;
  }) =>
    `${p.required} healthy voters, so that the quorum of ${p.quorum} remains after the loss of ${p.spare}`,
  'etcd-quorum-fault-tolerance.fix': (p: {
    missing: number;
    candidates: readonly string[];
  }) => `bring back ${p.missing} of: ${list(p.candidates)}`,
  'etcd-quorum-fault-tolerance.fix-add': (p: { voters: number }) =>
    p.voters < 3
      ? 'add etcd members until there are 3 voters, each first as a learner'
      : 'add etcd members, each first as a learner',

  'etcd-member-count.title': () => 'Number of etcd voters',
  'etcd-member-count.observed': (p: {
    voters: number;
    learners: number;
    tolerates: number;
  }) =>
    `${count(p.voters, 'voter')}${
      p.learners > 0 ? ` and ${count(p.learners, 'learner')}` : ''
    }: tolerates the loss of ${count(p.tolerates, 'member')}`,
  'etcd-member-count.required': (p: { minimum: number; maximum: number }) =>
    `an odd number of voters from ${p.minimum} to ${p.maximum}`,
  'etcd-member-count.fix-grow': (p: { missing: number }) =>
    `add ${count(p.missing, 'member')}, one at a time, each first as a learner`,
  'etcd-member-count.fix-shrink': (p: { maximum: number }) =>
    `remove etcd members until ${p.maximum} voters remain: every write waits for a majority of them`,
  'etcd-member-count.fix-even': (p: { smaller: number; larger: number }) =>
    `go to ${p.larger} voters, or to ${p.smaller}: an even number tolerates no more failures than one voter fewer`,

  'etcd-has-leader.title': () => 'etcd leader',
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
      p.heard === 0 ? `no response from any of ${p.voters} voters` : leading,
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
    `one leader and one term, reported by at least ${p.quorum} voters`,
  'etcd-has-leader.fix': () =>
    'restore the network between the etcd members, then start the stopped members with their own data',

  'etcd-member-health.title': () => 'etcd member health',
  'etcd-member-health.observed': (p: {
    voters: number;
    down: readonly string[];
    longestSeconds: number;
    silent: readonly string[];
    learners?: readonly string[];
    /** What was observed at each address, the error itself. */
    errors?: readonly string[];
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
      p.silent.length > 0 ? `no response from ${list(p.silent)}` : '',
      votersInNameOnly(p.learners),
      p.errors && p.errors.length > 0 ? list(p.errors) : '',
    ]
      .filter(Boolean)
      .join('; '),
  'etcd-member-health.required': (p: { downSeconds: number }) =>
    `every voter answers a linearizable read; none is down for ${duration(
      p.downSeconds,
    )}`,
  'etcd-member-health.fix': (p: { members: readonly string[] }) =>
    `check the etcd process, its disk and its network on ${list(p.members)}`,

  'etcd-learner-stuck.title': () => 'etcd learners',
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
    `an added member becomes a voter within ${duration(p.warnSeconds)}`,
  'etcd-learner-stuck.fix': (p: { members: readonly string[] }) =>
    `start and promote ${list(p.members)}, or remove it from the member list`,

  'etcd-leader-changes.title': () => 'etcd leader elections',
  'etcd-leader-changes.observed': (p: {
    elections: number;
    seenSeconds: number;
  }) =>
    `${count(p.elections, 'election')} in the last ${duration(p.seenSeconds)}`,
  'etcd-leader-changes.required': (p: {
    warnElections: number;
    windowSeconds: number;
  }) =>
    `fewer than ${p.warnElections} elections in ${duration(p.windowSeconds)}`,
  'etcd-leader-changes.fix': () =>
    'find what delays the heartbeats: slow disks first, then the network and starved CPUs',
  'etcd-leader-changes.fix-wait': (p: { minimumSeconds: number }) =>
    `wait until the elections have been observed for ${duration(
      p.minimumSeconds,
    )}`,

  'etcd-alarms.title': () => 'etcd alarms',
  'etcd-alarms.none': () => 'no alarm raised',
  'etcd-alarms.observed': (p: {
    alarms: readonly string[];
    members: readonly string[];
  }) => `${list(p.alarms)} raised by ${list(p.members)}`,
  'etcd-alarms.unread': (p: { detail: string }) =>
    `the list of alarms could not be read: ${p.detail}`,
  'etcd-alarms.required': () => 'no alarm on any member',
  'etcd-alarms.fix-nospace': () =>
    'compact, defragment the members one at a time, then disarm the alarm; etcd rejects writes until then',
  'etcd-alarms.fix-corrupt': () =>
    'stop automation that writes to the cluster, find the member whose hash differs and replace it; do not disarm first',

  'etcd-raft-lag.title': () => 'etcd replication lag',
  'etcd-raft-lag.observed': (p: { member: string; entries: number }) =>
    `${p.member} is ${count(
      p.entries,
      'raft entry',
      'raft entries',
    )} behind the highest raft index`,
  'etcd-raft-lag.required': (p: { warnEntries: number }) =>
    `every voter less than ${p.warnEntries} raft entries behind`,
  'etcd-raft-lag.fix': (p: { members: readonly string[] }) =>
    `check the disk and the network of ${list(
      p.members,
    )}; replace the member if it does not catch up`,

  'etcd-zone-spread.title': () => 'etcd voter spread over zones',
  'etcd-zone-spread.observed': (p: {
    spread: readonly string[];
    zone: string;
    left: number;
    voters: number;
    quorum: number;
  }) =>
    `voters by zone: ${p.spread.join(', ')}; after the loss of ${p.zone}, ${
      p.left
    } of ${p.voters} remain and the quorum is ${p.quorum}`,
  'etcd-zone-spread.unplaced': (p: { members: readonly string[] }) =>
    `the zone of ${list(p.members)} is not known`,
  'etcd-zone-spread.required': (p: {
    quorum: number;
    voters: number;
    zones: number;
  }) =>
    `${p.quorum} of ${p.voters} voters remain after the loss of any zone, which needs ${p.zones} zones`,
  'etcd-zone-spread.fix': (p: { zones: number; zone: string }) =>
    `move etcd members out of ${p.zone}, one at a time, until they are in ${p.zones} zones`,
  'etcd-zone-spread.fix-labels': (p: { members: readonly string[] }) =>
    `label the nodes of ${list(
      p.members,
    )} with topology.kubernetes.io/zone, or set the zones of external members in the configuration of this cluster`,

  'etcd-host-colocation.title': () => 'etcd voter placement on machines',
  'etcd-host-colocation.single': () => 'etcd has only one voter',
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
  'etcd-host-colocation.required': () => 'every voter on a machine of its own',
  'etcd-host-colocation.fix': (p: { host: string }) =>
    `move all members but one away from ${p.host}, one at a time`,

  'etcd-version.title': () => 'etcd version',
  'etcd-version.observed': (p: {
    versions: readonly string[];
    members: number;
  }) => `${count(p.members, 'member')} on ${list(p.versions)}`,
  'etcd-version.required': () =>
    'the same version on all members, and one from which the upgrade to the next minor version is supported',
  'etcd-version.fix-spread': () =>
    'bring the etcd members to adjacent minor versions: a wider mix is not supported',
  'etcd-version.fix-mixed': () =>
    'finish the etcd upgrade, one member at a time',
  'etcd-version.fix-patch': (p: { target: string; next: string }) =>
    `upgrade to ${p.target} or later first: the upgrade to ${p.next} is supported only from there`,
} as const;
