/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  balancersOf,
  isVipHeld,
  livenessOf,
  VIP_LEASE_SECONDS,
} from '../checks/loadbalancer/balancerStates';
import { isProviderRun } from '../snapshot/clusterKinds';
import type { ClusterSnapshot } from '../snapshot/clusterSnapshot';
import { verdictOf } from './apiServersAfter';
import type { LostParts } from './lostParts';
import type { ServersOutcome } from './outcome';

/**
 * Load balancers that are left before the API servers. Where none is configured,
 * a loss that may take one is unknown, and any other does not touch them.
 */
export function loadBalancersAfter(
  { sections, cluster, takenAt }: ClusterSnapshot,
  lost: LostParts,
): ServersOutcome {
  const { loadBalancers } = sections;
  const none = {
    before: { atLeast: 0, atMost: 0 },
    left: { atLeast: 0, atMost: 0 },
  };
  if (loadBalancers.state === 'absent' || isProviderRun(cluster)) {
    return { verdict: 'not-applicable', ...none };
  }
  const all =
    loadBalancers.state === 'observed' ? balancersOf(loadBalancers.value) : [];
  if (loadBalancers.state === 'unknown' || all.length === 0) {
    const reason =
      loadBalancers.state === 'unknown'
        ? loadBalancers.reason
        : 'not-configured';
    return lost.takesControlPlane
      ? { verdict: 'unknown', reason, ...none }
      : { verdict: 'not-applicable', ...none };
  }
  const vipHeld = isVipHeld(
    loadBalancers.value,
    VIP_LEASE_SECONDS,
    Date.parse(takenAt),
  );
  const before = { atLeast: 0, atMost: 0 };
  const left = { atLeast: 0, atMost: 0 };
  for (const balancer of all) {
    const liveness = livenessOf(balancer, sections, vipHeld);
    if (liveness === 'lost') continue;
    before.atMost += 1;
    if (liveness === 'alive') before.atLeast += 1;
    const goes = lost.balancer(balancer);
    if (goes === 'yes') continue;
    left.atMost += 1;
    if (liveness === 'alive' && goes === 'no') left.atLeast += 1;
  }
  return { ...verdictOf(left), before, left };
}
