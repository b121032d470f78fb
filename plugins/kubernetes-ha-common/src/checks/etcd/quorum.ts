/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { EtcdInfo, EtcdMember } from '../../snapshot/sections/etcd';

/** Members with a vote. A learner has none. */
export function voters(etcd: EtcdInfo): EtcdMember[] {
  return etcd.members.filter(member => !member.isLearner);
}

/** Votes needed among `votersCount` voters: a strict majority. */
export function quorum(votersCount: number): number {
  return Math.floor(votersCount / 2) + 1;
}

/** What to call a member: its name, or its id until it has started. */
export function memberName(member: EtcdMember): string {
  return member.name || member.id;
}

/** How a voter takes part. See {@link participation}. */
export type Participation = 'healthy' | 'unhealthy' | 'silent';

/**
 * Whether a voter takes part: `healthy` when a linearizable read answered;
 * `unhealthy` when it answered otherwise, calls itself a learner, or is silent
 * to us and lost to its peers; `silent` when only we cannot hear it.
 */
export function participation(member: EtcdMember): Participation {
  // It cannot vote as a learner, whatever the list says (etcd-io/etcd#18347).
  if (isVoterInNameOnly(member)) return 'unhealthy';
  const { ok, status, reason } = member.health;
  if (ok) return 'healthy';
  // A server error, or an answer without a reason: it says so itself.
  if (reason === 'server-error') return 'unhealthy';
  // Refused: nothing listens there, unless a firewall refuses in its place. Its
  // peers lose a member that is gone within a second.
  if (reason === 'refused') {
    return member.seenByPeers === 'alive' ? 'silent' : 'unhealthy';
  }
  if (reason === undefined && status !== undefined && !isRefusal(status)) {
    return 'unhealthy';
  }
  // A refusal (401, 403), a broken handshake or silence tells about our path
  // to it, not about its health: the peers decide.
  return member.seenByPeers === 'lost' ? 'unhealthy' : 'silent';
}

/** Listed as a voter, while its own Status says that it is a learner. */
export function isVoterInNameOnly({ isLearner, status }: EtcdMember): boolean {
  return !isLearner && status.state === 'observed' && status.value.isLearner;
}

/** Names of the voters that call themselves learners: what makes them not healthy. */
export function votersInNameOnly(etcd: EtcdInfo): string[] {
  return voters(etcd).filter(isVoterInNameOnly).map(memberName);
}

/** Answers that are about who asks. */
function isRefusal(status: number): boolean {
  return status === 401 || status === 403;
}

/** Names of the voters that take part in the given way. */
export function votersThatAre(etcd: EtcdInfo, wanted: Participation): string[] {
  return voters(etcd)
    .filter(member => participation(member) === wanted)
    .map(memberName);
}
