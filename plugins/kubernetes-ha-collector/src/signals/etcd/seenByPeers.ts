/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  CounterSample,
  EtcdMember,
} from 'backstage-plugin-kubernetes-ha-common';

/** What one member's metrics say of its peers, now and at the collection before. */
export interface PeerView {
  /** Member id of the observer, hex. */
  id: string;
  isLeader: boolean;
  now: CounterSample;
  before?: CounterSample;
}

type Verdict = EtcdMember['seenByPeers'];

/**
 * Whether its peers hear a member. The leader's word counts first, because a
 * member takes part as long as the leader hears it; without a leader's word
 * one peer that hears it is enough, since a path between two others may be cut.
 */
export function seenByPeers(
  memberId: string,
  views: readonly PeerView[],
): Verdict {
  const others = views.filter(({ id }) => id !== memberId);
  const verdicts = others.map(view => heard(memberId, view));
  const leader = others.findIndex(({ isLeader }) => isLeader);
  if (leader !== -1 && verdicts[leader] !== 'unknown') return verdicts[leader];
  if (verdicts.includes('alive')) return 'alive';
  return verdicts.includes('lost') ? 'lost' : 'unknown';
}

/** Several heartbeat intervals (100 ms by default) and replies fit in between. */
const LEAST_SPAN_MS = 2_000;

/** What was counted over more than this tells that a member was alive, not that it is. (proposal) */
const LONGEST_SPAN_MS = 120_000;

/**
 * Measured on etcd 3.7.3: `etcd_network_active_peers` falls to 0 within a
 * second after a member is killed, but stays 1 for ever when it is frozen and
 * its sockets stay open. A leader hears a reply to each of its heartbeats, so
 * bytes received from a member that do not grow tell both; a follower hears
 * nothing from other followers, so its silence proves nothing.
 * Source: etcd server/etcdserver/api/rafthttp/{metrics,peer_status,stream}.go
 */
function heard(memberId: string, view: PeerView): Verdict {
  const { id, isLeader, now } = view;
  const active =
    now.values[`etcd_network_active_peers{Local="${id}",Remote="${memberId}"}`];
  if (active === 0) return 'lost';
  if (isLeader) {
    const received = growth(
      `etcd_network_peer_received_bytes_total{From="${memberId}"}`,
      view,
    );
    if (received !== undefined) return received > 0 ? 'alive' : 'lost';
  }
  if (active !== undefined) return 'alive';
  const failures = growth(
    `etcd_network_peer_sent_failures_total{To="${memberId}"}`,
    view,
  );
  return failures !== undefined && failures > 0 ? 'lost' : 'unknown';
}

/** Growth of a counter since the collection before; nothing when the two are not comparable, or too far apart to speak of now. */
function growth(key: string, { now, before }: PeerView): number | undefined {
  if (!before || before.processStartSeconds !== now.processStartSeconds) {
    return undefined;
  }
  const spanMs = Date.parse(now.at) - Date.parse(before.at);
  if (spanMs < LEAST_SPAN_MS || spanMs > LONGEST_SPAN_MS) return undefined;
  const value = now.values[key];
  // A counter that is not on the page yet has counted nothing.
  return value === undefined ? undefined : value - (before.values[key] ?? 0);
}
