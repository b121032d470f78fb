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

/**
 * Whether a voter takes part: `healthy` when a linearizable read answered;
 * `unhealthy` when it answered otherwise, or is silent to us and lost to its
 * peers; `silent` when only we cannot hear it.
 */
export function participation(
  member: EtcdMember,
): 'healthy' | 'unhealthy' | 'silent' {
  if (member.health.ok) return 'healthy';
  if (member.health.status !== undefined) return 'unhealthy';
  // A refused connection comes from the machine itself: nothing listens there.
  if (member.health.reason === 'refused') return 'unhealthy';
  return member.seenByPeers === 'lost' ? 'unhealthy' : 'silent';
}
