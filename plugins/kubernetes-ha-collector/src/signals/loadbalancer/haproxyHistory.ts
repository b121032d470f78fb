/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  HaproxyServer,
  HaproxyStats,
  ObservedSignal,
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
  const oldest = [previous.value.earlier, latest].find(
    earlier =>
      earlier &&
      now.getTime() - Date.parse(earlier.at) <= LONGEST_SPAN_MS &&
      !wentBack(earlier, present),
  );
  const back = servers.filter(server => cameUp(server, previous, now));
  return oldest && withoutOutages(oldest, countersOf(back, oldest.at));
}

/**
 * The errors of an outage that is over say nothing of now: of a server that is
 * back they count from here on. How often it went down is counted on, for that
 * tells of flapping.
 */
function withoutOutages(earlier: Earlier, back: Earlier): Earlier {
  return {
    ...earlier,
    connectionErrors: { ...earlier.connectionErrors, ...back.connectionErrors },
    totalSessions: { ...earlier.totalSessions, ...back.totalSessions },
  };
}

/** Whether a server has come up since the previous collection. HAProxy counts the seconds since then; without them what it was before tells. */
function cameUp(
  server: HaproxyServer,
  { value, observedAt }: ObservedSignal<HaproxyStats>,
  now: Date,
): boolean {
  if (!isUp(server)) return false;
  const before = value.servers.find(({ backend, name }) => {
    return backend === server.backend && name === server.name;
  });
  if (before && !isUp(before)) return true;
  const { lastChangeSeconds } = server;
  if (lastChangeSeconds === undefined) return false;
  // Whole seconds: the change is up to one more ago.
  const atEarliest = now.getTime() - (lastChangeSeconds + 1) * 1000;
  return atEarliest >= Date.parse(observedAt);
}

/** `UP`, and `UP 1/3` while checks begin to fail. */
function isUp({ status }: HaproxyServer): boolean {
  return status.startsWith('UP');
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
