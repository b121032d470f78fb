/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { EtcdMembership } from './sections/etcd';

/**
 * A text that is equal for equal memberships: cluster id, and of each member
 * its id, its vote and its peer URLs, in no order. Names are left out: a member
 * publishes its own after it has joined.
 * @public
 */
export function membershipKey({ clusterId, members }: EtcdMembership): string {
  return JSON.stringify([
    clusterId,
    ...members
      .map(({ id, isLearner, peerUrls }) => [
        id,
        isLearner,
        peerUrlsOf(peerUrls),
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
}

/** Peer URLs as one text, without their order, which is nobody's statement. @internal */
export function peerUrlsOf(peerUrls: readonly string[]): string {
  return [...peerUrls].sort().join(', ');
}
