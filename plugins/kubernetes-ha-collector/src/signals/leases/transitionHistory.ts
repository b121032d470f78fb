/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  LeaseInfo,
  LeasesInfo,
} from 'backstage-plugin-kubernetes-ha-common';

/** Leases whose holder leads: their transitions count elections. */
const leaderLeases = [
  'kube-controller-manager',
  'kube-scheduler',
  'cloud-controller-manager',
];

const HISTORY_MS = 3_600_000;

/** Without a change, one entry in so long a time is enough to know that there was none. (proposal) */
const QUIET_MS = 300_000;

type History = NonNullable<LeasesInfo['transitionHistory']>;

/** Adds what is seen now to what was seen over the last hour, oldest first. */
export function transitionHistory(
  leases: readonly LeaseInfo[],
  at: string,
  before: History | undefined,
): History {
  const nowMs = Date.parse(at);
  const kept = (before ?? []).filter(entry => {
    const age = nowMs - Date.parse(entry.at);
    return age >= 0 && age <= HISTORY_MS;
  });
  const transitions: Record<string, number> = {};
  for (const { name, transitions: count } of leases) {
    if (leaderLeases.includes(name) && count !== undefined) {
      transitions[name] = count;
    }
  }
  const last = kept.at(-1);
  const isQuiet =
    last !== undefined &&
    nowMs - Date.parse(last.at) < QUIET_MS &&
    leaderLeases.every(name => last.transitions[name] === transitions[name]);
  return isQuiet ? kept : [...kept, { at, transitions }];
}
