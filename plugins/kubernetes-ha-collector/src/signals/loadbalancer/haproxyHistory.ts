/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  HaproxyServer,
  HaproxyStats,
  Signal,
} from 'backstage-plugin-kubernetes-ha-common';

/** loadBalancers.ts of the snapshot: the earlier collection is at most this old. */
export const LONGEST_SPAN_MS = 20 * 60_000;

type Earlier = NonNullable<HaproxyStats['earlier']>;

/**
 * The counters of an earlier collection to compare with: the oldest comparable one
 * of the two that the previous collection carries. A counter that went back means
 * that HAProxy was restarted: nothing before that is comparable.
 */
export function earlierCounters(
  servers: readonly HaproxyServer[],
  previous: Signal<HaproxyStats> | undefined,
  now: Date,
): Earlier | undefined {
  if (previous?.state !== 'observed') return undefined;
  const latest = countersOf(previous.value.servers, previous.observedAt);
  const present = countersOf(servers, now.toISOString());
  // Restarted since the previous collection: what is older is of another process,
  // even where its counters were still so low that they look comparable.
  if (wentBack(latest, present)) return undefined;
  return [previous.value.earlier, latest].find(
    earlier =>
      earlier &&
      now.getTime() - Date.parse(earlier.at) <= LONGEST_SPAN_MS &&
      !wentBack(earlier, present),
  );
}

function countersOf(servers: readonly HaproxyServer[], at: string): Earlier {
  const by = (pick: (server: HaproxyServer) => number) =>
    Object.fromEntries(
      servers.map(server => [`${server.backend}/${server.name}`, pick(server)]),
    );
  return {
    at,
    downTransitions: by(server => server.downTransitions),
    connectionErrors: by(server => server.connectionErrors),
    totalSessions: by(server => server.totalSessions),
  };
}

function wentBack(earlier: Earlier, present: Earlier): boolean {
  const families = [
    'downTransitions',
    'connectionErrors',
    'totalSessions',
  ] as const;
  return families.some(family =>
    Object.entries(earlier[family]).some(
      ([key, value]) => (present[family][key] ?? value) < value,
    ),
  );
}
