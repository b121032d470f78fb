/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Sections } from '../../snapshot/clusterSnapshot';
import type { LoadBalancersInfo } from '../../snapshot/sections/loadBalancers';
import { leaseAgeSeconds } from '../leaseAge';
import { isReady } from '../nodes/nodeConditions';
import { lostReasons } from './haproxyPools';

/** kube-vip renews its lease every few seconds; beyond this nobody holds the VIP. (proposal) */
export const VIP_LEASE_SECONDS = 60;

type Instance = LoadBalancersInfo['instances'][number];

/** The load balancers before the API. Without a control-plane lease, kube-vip beside other load balancers serves Services only. */
export function balancersOf({
  instances,
  kubeVip,
}: LoadBalancersInfo): Instance[] {
  const others = instances.filter(({ kind }) => kind !== 'kube-vip');
  return kubeVip === undefined && others.length > 0 ? others : instances;
}

/** Whether a load balancer lives, as far as can be told. `vipHeld`: see {@link isVipHeld}. */
export function livenessOf(
  { kind, nodeName, stats }: Instance,
  { nodes }: Readonly<Sections>,
  vipHeld: boolean,
): 'alive' | 'lost' | 'unclear' {
  if (stats.state === 'observed') return 'alive';
  if (kind === 'haproxy') {
    return stats.state === 'unknown' && lostReasons.has(stats.reason)
      ? 'lost'
      : 'unclear';
  }
  // kube-vip has no statistics: it lives as long as its node does and the lease is held.
  if (nodes.state !== 'observed' || !vipHeld) return 'unclear';
  const node = nodes.value.find(({ name }) => name === nodeName);
  if (!node) return 'unclear';
  // A pod's word counts only while its node is heard from; that it is not ready is such a word.
  return isReady(node) && stats.state === 'absent' ? 'alive' : 'lost';
}

/** Whether somebody has renewed the lease of the virtual IP within so many seconds. */
export function isVipHeld(
  { kubeVip }: LoadBalancersInfo,
  leaseSeconds: number,
  nowMs: number,
): boolean {
  if (!kubeVip) return false;
  // By the clock of the server that listed it; older snapshots do not have it.
  const serverTime = kubeVip.serverTime ?? new Date(nowMs).toISOString();
  const age = leaseAgeSeconds(kubeVip, { serverTime });
  return age !== undefined && age >= 0 && age <= leaseSeconds;
}
