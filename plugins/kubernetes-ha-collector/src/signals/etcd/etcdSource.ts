/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from 'backstage-plugin-kubernetes-ha-common';
import {
  EtcdInfo,
  EtcdMember,
  isProviderRun,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import type { SignalSource, SourceContext } from '../../contracts';
import type { ClusterConfig, EtcdConfig } from '../../config/clusterConfig';
import { EtcdEndpoints } from '../../etcd/etcdEndpoints';
import { TlsMaterialSource } from '../../etcd/tlsMaterial';
import { refusalOfError, refused } from '../../refusals/classify';
import { absentSignal, observedSignal, unknownSignal } from '../signals';
import { readAlarms } from './alarms';
import { ANSWER, CLIENT_URLS, PEER_URLS, SOURCE_MS } from './bounds';
import { Discovery, discover } from './discovery';
import { HashCandidate, hashesAreDue, readHashes } from './hashes';
import { sizeHistoryWith, termHistoryWith } from './histories';
import { probeMember } from './memberProbe';
import { readMemberships } from './membership';
import { nodesByHost } from './placement';
import { PeerView, seenByPeers } from './seenByPeers';

const ID = 'etcd';

const source = {
  id: ID,
  group: 'control-plane',
  provides: ['etcd'],
  deadlineMs: SOURCE_MS,
} as const;

/**
 * Asks every etcd member by itself over gRPC and HTTP: the API servers'
 * `/readyz` stays 200 with a member lost.
 */
export function createEtcdSource(
  config: Pick<ClusterConfig, 'etcd'>,
): SignalSource<'etcd'> {
  const etcd = config.etcd;
  if (etcd === undefined || etcd === 'managed' || etcd.endpoints.length === 0) {
    return {
      ...source,
      observe: async context => ({
        etcd: withoutEndpoints(context, etcd === 'managed'),
      }),
    };
  }
  return createLiveSource(etcd);
}

function withoutEndpoints(
  context: SourceContext,
  declaredManaged: boolean,
): Signal<EtcdInfo> {
  const { name, platform } = context.cluster;
  if (declaredManaged || isProviderRun({ platform })) {
    return absentSignal(
      context,
      ID,
      'configuration',
      refused(
        'provider-managed',
        declaredManaged
          ? message('detail.etcd-declared-managed')
          : message('detail.etcd-provider-managed', { platform }),
      ),
    );
  }
  return unknownSignal(
    context,
    ID,
    'configuration',
    refused(
      'not-configured',
      message('detail.etcd-not-configured', { cluster: name }),
    ),
  );
}

function createLiveSource(config: EtcdConfig): SignalSource<'etcd'> {
  const endpoints = new EtcdEndpoints(new TlsMaterialSource(config), ANSWER);
  // For histories across a collection that could not be taken; another replica starts them anew.
  let last: EtcdInfo | undefined;
  return {
    ...source,
    async observe(context) {
      const signal = await collectEtcd(
        context,
        config,
        endpoints,
        valueOf(context.lastObserved.etcd) ?? last,
      );
      last = valueOf(signal) ?? last;
      return { etcd: signal };
    },
    async close() {
      endpoints.close();
    },
  };
}

async function collectEtcd(
  context: SourceContext,
  config: EtcdConfig,
  endpoints: EtcdEndpoints,
  previous: EtcdInfo | undefined,
): Promise<Signal<EtcdInfo>> {
  const via = `gRPC ${config.endpoints.join(', ')}`;
  let found: Awaited<ReturnType<typeof discover>>;
  try {
    await endpoints.refresh();
    found = await discover(context, endpoints, config.endpoints, previous);
  } catch (error) {
    return unknownSignal(context, ID, via, refusalOfError(error));
  }
  if (!('members' in found)) return unknownSignal(context, ID, via, found);
  return observedSignal(
    context,
    ID,
    `gRPC ${found.from} Cluster.MemberList, each member by its own address`,
    await probeMembers(context, config, found, previous),
  );
}

async function probeMembers(
  context: SourceContext,
  config: EtcdConfig,
  found: Discovery,
  previous: EtcdInfo | undefined,
): Promise<EtcdInfo> {
  const nodes = valueOf(context.previous.nodes) ?? [];
  const byHost = nodesByHost(
    found.members.flatMap(({ listed }) => [
      ...listed.peerURLs.slice(0, PEER_URLS),
      ...listed.clientURLs.slice(0, CLIENT_URLS),
    ]),
    nodes,
  );
  const before = (id: string) =>
    previous?.members.find(member => member.id === id);
  const [seen, memberships, alarms] = await Promise.all([
    Promise.all(
      found.members.map(member =>
        probeMember(context, member, {
          nodes,
          zones: config.zones ?? {},
          byHost,
          previous: before(member.listed.ID),
        }),
      ),
    ),
    // At most twice 3 s, while the health of the members takes up to 8 s.
    readMemberships(context, found.members),
    readAlarms(context, found.members),
  ]);
  const views = peerViews(seen, before);
  const members = await withHashes(
    context,
    found,
    seen.map(member => ({
      ...member,
      ...membershipOf(member, memberships),
      seenByPeers: seenByPeers(member.id, views),
      ...(before(member.id)?.hash && { hash: before(member.id)?.hash }),
    })),
    config.hashHours,
  );
  const statuses = members.flatMap(({ status }) => valueOf(status) ?? []);
  return {
    clusterId: found.clusterId,
    members,
    memberListFrom: found.from,
    memberListLinearizable: found.linearizable,
    ...(found.unlisted.length > 0 && {
      unlisted: found.unlisted.map(({ id, endpoint }) => ({
        id,
        endpoint,
        since:
          previous?.unlisted?.find(known => known.id === id)?.since ??
          context.now().toISOString(),
      })),
    }),
    alarms,
    termHistory: termHistoryWith(
      previous?.termHistory ?? [],
      statuses.map(({ raftTerm }) => raftTerm),
      context.now(),
    ),
    sizeHistory: sizeHistoryWith(
      previous?.sizeHistory ?? [],
      statuses.map(({ dbSizeInUseBytes }) => dbSizeInUseBytes),
      context.now(),
    ),
  };
}

/** What a voter reports, or why it reports nothing: what it gave for its status. A learner does not serve it. */
function membershipOf(
  { id, isLearner, status }: EtcdMember,
  memberships: ReadonlyMap<string, NonNullable<EtcdMember['membership']>>,
): Pick<EtcdMember, 'membership'> {
  if (isLearner) return {};
  const membership =
    memberships.get(id) ?? (status.state === 'unknown' ? status : undefined);
  return membership ? { membership } : {};
}

function peerViews(
  members: readonly EtcdMember[],
  before: (id: string) => EtcdMember | undefined,
): PeerView[] {
  return members.flatMap(({ id, metrics, status }) => {
    const counters = valueOf(metrics);
    if (!counters) return [];
    const earlier = before(id)?.metrics;
    return [
      {
        id,
        isLeader: valueOf(status)?.leaderId === id,
        now: counters.latest,
        before: earlier && valueOf(earlier)?.latest,
      },
    ];
  });
}

/** Adds new hashes when they are due and every voter is healthy; else the old ones stay. */
async function withHashes(
  context: SourceContext,
  found: Discovery,
  members: readonly EtcdMember[],
  hours: EtcdConfig['hashHours'],
): Promise<EtcdMember[]> {
  const voters = members.filter(({ isLearner }) => !isLearner);
  const candidates = voters.flatMap((member): HashCandidate[] => {
    const status = valueOf(member.status);
    const asked = found.members.find(
      ({ listed }) => listed.ID === member.id,
    )?.asked;
    if (!member.health.ok || !status || !asked) return [];
    return [
      {
        id: member.id,
        endpoint: asked.endpoint,
        revision: status.revision,
        isLeader: status.leaderId === member.id,
      },
    ];
  });
  const due = hashesAreDue(
    voters.map(({ hash }) => hash),
    context.now(),
    hours,
  );
  if (!due || voters.length === 0 || candidates.length < voters.length) {
    return [...members];
  }
  const hashes = await readHashes(context, candidates);
  return members.map(member => ({
    ...member,
    hash: hashes.get(member.id) ?? member.hash,
  }));
}

function valueOf<T>(signal: Signal<T> | undefined): T | undefined {
  return signal?.state === 'observed' ? signal.value : undefined;
}
