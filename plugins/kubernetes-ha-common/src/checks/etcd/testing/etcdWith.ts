/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CertificateInfo } from '../../../snapshot/sections/certificate';
import type { CounterSample } from '../../../snapshot/sections/counters';
import type {
  EtcdInfo,
  EtcdMember,
  EtcdMembership,
} from '../../../snapshot/sections/etcd';
import type { PodInfo } from '../../../snapshot/sections/inventory';
import type { Probe } from '../../../snapshot/sections/probe';
import type { Signal } from '../../../snapshot/signal';
import { notKnown, observed, TEST_NOW } from '../../../testing/snapshotWith';

type Status = Extract<EtcdMember['status'], { state: 'observed' }>['value'];

export const GIB = 1024 ** 3;
export const MIB = 1024 ** 2;

/** Id of the member that leads unless a test says otherwise. */
export const LEADER = 'm1';

export const healthyProbe: Probe = {
  ok: true,
  status: 200,
  consecutiveFailures: 0,
};

/** A member's own answer as of a quiet three-voter cluster. */
export function statusWith(given: Partial<Status> = {}): Signal<Status> {
  return observed({
    version: '3.7.3',
    leaderId: LEADER,
    raftTerm: 4,
    raftIndex: 9000,
    raftAppliedIndex: 9000,
    revision: 8000,
    dbSizeBytes: 100 * MIB,
    dbSizeInUseBytes: 80 * MIB,
    dbSizeQuotaBytes: 2 * GIB,
    isLearner: false,
    errors: [],
    ...given,
  });
}

/** A healthy voter; its id is its name. */
export function voter(
  name: string,
  given: Partial<EtcdMember> = {},
): EtcdMember {
  return {
    id: name,
    name,
    peerUrls: [`https://${name}.example:2380`],
    clientUrls: [`https://${name}.example:2379`],
    isLearner: false,
    endpoint: `https://${name}.example:2379`,
    health: healthyProbe,
    status: statusWith(),
    certificates: notKnown('not-collected'),
    metrics: notKnown('not-collected'),
    seenByPeers: 'alive',
    ...given,
  };
}

/** A voter whose process is gone: its port refuses. */
export function dead(
  name: string,
  given: Partial<EtcdMember> = {},
): EtcdMember {
  return voter(name, {
    health: { ok: false, reason: 'refused', consecutiveFailures: 3 },
    status: notKnown('refused', 'connection refused'),
    seenByPeers: 'lost',
    ...given,
  });
}

/** A voter that we cannot hear while nobody says that it is gone. */
export function silent(
  name: string,
  given: Partial<EtcdMember> = {},
): EtcdMember {
  return voter(name, {
    health: { ok: false, reason: 'timeout', consecutiveFailures: 1 },
    status: notKnown('timeout', 'no answer in 5 s'),
    seenByPeers: 'unknown',
    ...given,
  });
}

/** A learner: it answers Status and nothing else. */
export function learner(
  name: string,
  given: Partial<EtcdMember> = {},
): EtcdMember {
  return voter(name, {
    isLearner: true,
    health: { ok: false, status: 503, consecutiveFailures: 5 },
    status: statusWith({ isLearner: true }),
    ...given,
  });
}

/** The membership as it stands in the given members, with changes of one view. */
export function membershipOf(
  members: readonly EtcdMember[],
  given: Partial<EtcdMembership> = {},
): EtcdMembership {
  return {
    clusterId: 'c1',
    members: members.map(({ id, name, peerUrls, isLearner }) => ({
      id,
      name,
      peerUrls,
      isLearner,
    })),
    ...given,
  };
}

/** An etcd of the given members; those that answer report this membership, unless they say otherwise. */
export function etcdOf(
  members: EtcdMember[],
  given: Partial<EtcdInfo> = {},
): EtcdInfo {
  return {
    clusterId: 'c1',
    members: members.map(member =>
      'membership' in member ||
      member.isLearner ||
      member.status.state !== 'observed'
        ? member
        : { ...member, membership: observed(membershipOf(members)) },
    ),
    memberListFrom: 'https://m1.example:2379',
    memberListLinearizable: true,
    alarms: observed([]),
    termHistory: [],
    sizeHistory: [],
    ...given,
  };
}

/** Three healthy voters m1, m2 and m3, each with the given parts. */
export function threeVoters(given: Partial<EtcdMember> = {}): EtcdMember[] {
  return ['m1', 'm2', 'm3'].map(name => voter(name, given));
}

/** A static pod of a component with its command line. */
export function staticPod(
  component: string,
  nodeName: string,
  ...flags: string[]
): PodInfo {
  return {
    namespace: 'kube-system',
    name: `${component}-${nodeName}`,
    uid: `${component}-${nodeName}`,
    nodeName,
    phase: 'Running',
    ready: true,
    cpuMillis: 0,
    memoryBytes: 0,
    restartCount: 0,
    mirror: true,
    hostNetwork: true,
    controlPlane: { component, command: [component, ...flags] },
  };
}

/** A certificate that ends `days` after {@link TEST_NOW}. */
export function certificateFor(
  days: number,
  given: Partial<CertificateInfo> = {},
): CertificateInfo {
  const end = Date.parse(TEST_NOW) + days * 86_400_000;
  return {
    endpoint: '192.0.2.10:2379',
    usage: 'etcd-client-port',
    subject: 'CN=m1',
    issuer: 'CN=etcd-ca',
    notBefore: new Date(end - 365 * 86_400_000).toISOString(),
    notAfter: new Date(end).toISOString(),
    isCa: false,
    fingerprint: 'AA:BB',
    ...given,
  };
}

/** A sample of one histogram with the given cumulative counts by upper bound. */
export function histogramSample(
  family: string,
  counts: Record<string, number>,
  given: Partial<CounterSample> = {},
): CounterSample {
  return {
    at: TEST_NOW,
    values: Object.fromEntries(
      Object.entries(counts).map(([le, count]) => [
        `${family}_bucket{le="${le}"}`,
        count,
      ]),
    ),
    ...given,
  };
}
