/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Message, message } from '../messages';
import { quorum } from './etcd/quorum';

/**
 * What one more loss does to etcd, as things stand now. A learner has no vote:
 * it counts in neither number. Nothing without voters. Pure.
 * Source: https://etcd.io/docs/v3.6/faq/ (failure tolerance)
 */
export function nextEtcdLoss(voters: {
  healthy: number;
  total: number;
  /** Voters without a response to the reader, which may serve their peers. */
  unclear?: number;
}): Message | undefined {
  const { healthy, total, unclear = 0 } = voters;
  if (total === 0) return undefined;
  return message('next-loss.etcd', {
    healthy,
    voters: total,
    unclear,
    // So many may be lost from now on; below 0 there is no quorum any more.
    spare: healthy - quorum(total),
  });
}

/** Things of which one is enough, because all of them serve. */
export type Served = 'api-servers' | 'load-balancers' | 'backends';

/** What one more loss does where all serve and one is enough. Pure. */
export function nextServerLoss(
  what: Served,
  serving: number,
  total: number,
): Message | undefined {
  return total === 0
    ? undefined
    : message('next-loss.servers', {
        what,
        serving,
        total: Math.max(serving, total),
      });
}

/** What the loss of one zone does to voters that are spread over zones. Pure. */
export function nextZoneLoss(zone: {
  zone: string;
  /** Voters in it, and in all zones. */
  voters: number;
  total: number;
}): Message {
  const { total } = zone;
  return message('next-loss.zone', {
    ...zone,
    spare: total - zone.voters - quorum(total),
  });
}

/**
 * What one more lost control-plane machine does: where etcd runs on them, its
 * quorum decides; elsewhere one API server is enough. Pure.
 */
export function nextControlPlaneLoss(machines: {
  ready: number;
  total: number;
  layout: 'stacked' | 'external' | 'untold';
}): Message | undefined {
  const { ready, total, layout } = machines;
  if (total === 0) return undefined;
  return message('next-loss.control-plane', {
    ready,
    machines: total,
    layout,
    spare: ready - (layout === 'external' ? 1 : quorum(total)),
  });
}
