/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  EtcdMembership,
  membershipKey,
  type Message,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';
import { boundMessage } from '../../bounds/exceeded';
import { refused } from '../../refusals/classify';
import type { SourceContext } from '../../contracts';
import type { EtcdMemberListAnswer } from '../../etcd/etcdClient';
import { refusalOfError } from '../../refusals/classify';
import { observedSignal, unknownSignal } from '../signals';
import { MEMBERS, MEMBER_LIST_MS, PEER_URLS } from './bounds';
import type { DiscoveredMember } from './discovery';
import { membershipOf } from './membershipOf';

type MembershipSignal = Signal<EtcdMembership>;

/**
 * The membership as each voter has it, by member id. One that is a learner
 * does not serve it, and one that did not answer its status answers nothing
 * else. Views that differ are asked for again at once: a change of membership
 * reaches the members one after the other.
 */
export async function readMemberships(
  context: SourceContext,
  members: readonly DiscoveredMember[],
): Promise<ReadonlyMap<string, MembershipSignal>> {
  const able = members.filter(
    ({ listed, asked }) => asked?.answer && !listed.isLearner,
  );
  const first = await readAll(context, able);
  return agree(first) ? first : readAll(context, able);
}

async function readAll(
  context: SourceContext,
  members: readonly DiscoveredMember[],
): Promise<ReadonlyMap<string, MembershipSignal>> {
  return new Map(
    await Promise.all(
      members.map(
        async (member): Promise<[string, MembershipSignal]> => [
          member.listed.ID,
          await readOne(context, member),
        ],
      ),
    ),
  );
}

function agree(views: ReadonlyMap<string, MembershipSignal>): boolean {
  const keys = [...views.values()].flatMap(view =>
    view.state === 'observed' ? membershipKey(view.value) : [],
  );
  return new Set(keys).size < 2;
}

async function readOne(
  context: SourceContext,
  { asked }: DiscoveredMember,
): Promise<MembershipSignal> {
  const via = `gRPC ${asked?.endpoint.url} Cluster.MemberList, not linearizable`;
  try {
    const list = await asked?.endpoint.grpc.memberList(false, {
      deadlineMs: MEMBER_LIST_MS,
      signal: context.signal,
    });
    if (!list) throw new Error(`${via}: no endpoint to ask`);
    const excess = excessOf(list);
    return excess
      ? unknownSignal(context, 'etcd', via, refused('too-large', excess))
      : observedSignal(context, 'etcd', via, membershipOf(list));
  } catch (error) {
    return unknownSignal(context, 'etcd', via, refusalOfError(error));
  }
}

function excessOf({ members }: EtcdMemberListAnswer): Message | undefined {
  if (members.length > MEMBERS) {
    return boundMessage('bound.etcd-members', {
      members: members.length,
      bound: MEMBERS,
    });
  }
  const many = members.find(({ peerURLs }) => peerURLs.length > PEER_URLS);
  return (
    many &&
    boundMessage('bound.etcd-peer-urls', {
      member: many.ID,
      urls: many.peerURLs.length,
      bound: PEER_URLS,
    })
  );
}
