/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from 'backstage-plugin-kubernetes-ha-common';
import type {
  EtcdMember,
  NodeInfo,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import type { SourceContext } from '../../contracts';
import { type Refusal, refused } from '../../refusals/classify';
import { ProbeAnswer, refusedProbe, withProbeHistory } from '../probeHistory';
import { unknownSignal } from '../signals';
import type { AskedEndpoint } from './askStatus';
import { CLIENT_URLS } from './bounds';
import { isHttp, noAddressOf } from './clientUrls';
import type { DiscoveredMember } from './discovery';
import { memberCertificates } from './memberCertificates';
import { memberHealth } from './memberHealth';
import { memberMetrics } from './memberMetrics';
import { placementOf } from './placement';

/** What is known around a member when it is probed. */
export interface MemberSurroundings {
  nodes: readonly NodeInfo[];
  zones: Readonly<Record<string, string>>;
  /** See {@link nodesByHost}. */
  byHost: ReadonlyMap<string, NodeInfo>;
  previous: EtcdMember | undefined;
}

/** A member as this collection sees it; what its peers see and its hash are added later. */
export async function probeMember(
  context: SourceContext,
  { listed, asked }: DiscoveredMember,
  { nodes, zones, byHost, previous }: MemberSurroundings,
): Promise<EtcdMember> {
  const plain = {
    id: listed.ID,
    name: listed.name,
    peerUrls: listed.peerURLs.slice(0, CLIENT_URLS),
    clientUrls: listed.clientURLs.slice(0, CLIENT_URLS),
    isLearner: listed.isLearner,
  };
  const pending = listed.isLearner || listed.name === '';
  const fixed = {
    ...plain,
    ...placementOf(plain, nodes, zones, byHost),
    ...(pending && {
      pendingSince: previous?.pendingSince ?? context.now().toISOString(),
    }),
    seenByPeers: 'unknown' as const,
  };
  if (!asked) return unaskable(context, fixed, listed.clientURLs, previous);

  const { endpoint } = asked;
  const [health, certificates, metrics] = await Promise.all([
    healthOf(asked, listed.isLearner, context.signal),
    memberCertificates(
      context,
      endpoint.url,
      listed.peerURLs.find(isHttp),
      previous?.certificates,
    ),
    // A member that does not answer its status answers nothing else, and its silence takes long enough once.
    asked.refusal
      ? unknownSignal(
          context,
          'etcd',
          `GET ${endpoint.url}/metrics`,
          asked.refusal,
        )
      : memberMetrics(context, endpoint, previous?.metrics),
  ]);
  return {
    ...fixed,
    endpoint: endpoint.url,
    health: withProbeHistory(health, previous?.health, context.now()),
    status: statusOf(context, asked),
    certificates,
    metrics,
  };
}

async function healthOf(
  { endpoint, answer, refusal, latencyMs }: AskedEndpoint,
  isLearner: boolean,
  signal: AbortSignal,
): Promise<ProbeAnswer> {
  if (refusal) return refusedProbe(refusal);
  // A learner serves no linearizable read, by design: that it answers is its
  // health. One that is listed as a voter has to serve it, whatever it calls itself.
  if (isLearner && answer?.isLearner) return { ok: true, latencyMs };
  return memberHealth(endpoint, answer?.leader !== '0', signal);
}

function statusOf(
  context: SourceContext,
  { endpoint, at, answer, refusal }: AskedEndpoint,
): EtcdMember['status'] {
  const via = `gRPC ${endpoint.url} Maintenance.Status`;
  if (!answer) {
    return unknownSignal({ now: () => at }, 'etcd', via, refusal);
  }
  return {
    state: 'observed',
    source: 'etcd',
    via,
    observedAt: at.toISOString(),
    intervalSeconds: context.intervalSeconds,
    value: {
      version: answer.version,
      leaderId: answer.leader,
      raftTerm: answer.raftTerm,
      raftIndex: answer.raftIndex,
      raftAppliedIndex: answer.raftAppliedIndex,
      revision: answer.header.revision,
      dbSizeBytes: answer.dbSize,
      dbSizeInUseBytes: answer.dbSizeInUse,
      // Zero before etcd 3.6, which does not report it.
      ...(answer.dbSizeQuota > 0 && { dbSizeQuotaBytes: answer.dbSizeQuota }),
      isLearner: answer.isLearner,
      errors: answer.errors,
    },
  };
}

function unaskable(
  context: SourceContext,
  member: Omit<EtcdMember, 'health' | 'status' | 'certificates' | 'metrics'>,
  announced: readonly string[],
  previous: EtcdMember | undefined,
): EtcdMember {
  const refusal: Refusal =
    member.name === ''
      ? refused('inconclusive', message('detail.member-not-started'))
      : refused(
          announced.length > CLIENT_URLS ? 'too-many' : 'not-configured',
          noAddressOf(member.name, announced),
        );
  const unknown = (): Signal<never> =>
    unknownSignal(context, 'etcd', `member ${member.id}`, refusal);
  return {
    ...member,
    health: withProbeHistory(
      refusedProbe(refusal),
      previous?.health,
      context.now(),
    ),
    status: unknown(),
    certificates: unknown(),
    metrics: unknown(),
  };
}
