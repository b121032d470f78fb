/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { EtcdMember } from 'backstage-plugin-kubernetes-ha-common';

/** What a member is, by its own word where it has one: a leader says so of itself. */
export function roleOf(member: EtcdMember): 'leader' | 'voter' | 'learner' {
  if (member.isLearner) return 'learner';
  return member.status.state === 'observed' &&
    member.status.value.leaderId === member.id
    ? 'leader'
    : 'voter';
}

/**
 * Entries of the raft log that a member has not applied yet, measured against
 * the highest index that any member reports. The members are asked one after
 * another, so a busy cluster shows a few even when all keep up.
 * Undefined when the member did not tell.
 */
export function raftLag(
  member: EtcdMember,
  members: readonly EtcdMember[],
): number | undefined {
  if (member.status.state !== 'observed') return undefined;
  const indexes = members.flatMap(({ status }) =>
    status.state === 'observed' ? [status.value.raftIndex] : [],
  );
  return Math.max(...indexes) - member.status.value.raftAppliedIndex;
}
