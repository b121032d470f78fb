/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { participation, quorum, voters } from '../checks/etcd/quorum';
import { isProviderRun } from '../snapshot/clusterKinds';
import type { ClusterSnapshot } from '../snapshot/clusterSnapshot';
import type { LostParts } from './lostParts';
import type { QuorumOutcome } from './outcome';

/**
 * Votes that are left: of the voters that take part now, without those that are
 * lost. A voter that only we cannot hear, and one of which nobody knows where it
 * is, count among the most and not among the least.
 * Source: https://etcd.io/docs/v3.6/faq/ (failure tolerance)
 */
export function etcdAfter(
  { sections: { etcd }, cluster }: ClusterSnapshot,
  lost: LostParts,
): QuorumOutcome {
  const none = { voters: 0, quorum: 0, left: { atLeast: 0, atMost: 0 } };
  if (etcd.state === 'absent' || isProviderRun(cluster)) {
    return { verdict: 'not-applicable', ...none };
  }
  if (etcd.state === 'unknown') {
    return { verdict: 'unknown', reason: etcd.reason, ...none };
  }
  const all = voters(etcd.value);
  if (all.length === 0) {
    return { verdict: 'unknown', reason: 'inconclusive', ...none };
  }
  let atLeast = 0;
  let atMost = 0;
  let isTouched = false;
  for (const member of all) {
    const part = participation(member);
    const goes = lost.member(member);
    if (goes !== 'no') isTouched = true;
    if (part === 'unhealthy' || goes === 'yes') continue;
    atMost += 1;
    if (part === 'healthy' && goes === 'no') atLeast += 1;
  }
  const needed = quorum(all.length);
  const numbers = {
    voters: all.length,
    quorum: needed,
    left: { atLeast, atMost },
  };
  if (atMost < needed) return { verdict: 'outage', ...numbers };
  if (atLeast < needed) {
    return { verdict: 'unknown', reason: 'inconclusive', ...numbers };
  }
  return {
    verdict: isTouched && atLeast === needed ? 'degraded' : 'survives',
    ...numbers,
  };
}
