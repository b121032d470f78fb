/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ClusterConfig } from 'backstage-plugin-kubernetes-ha-collector';
import type { SomeSections } from 'backstage-plugin-kubernetes-ha-common';
import type { CollectionGroup } from 'backstage-plugin-kubernetes-ha-node';

/** Seconds between two collections of a group, as configured. */
export function baseInterval(
  { intervals }: Pick<ClusterConfig, 'intervals'>,
  group: CollectionGroup,
): number {
  switch (group) {
    case 'control-plane':
      return intervals.controlPlaneSeconds;
    case 'inventory':
      return intervals.inventorySeconds;
    default:
      return group satisfies never;
  }
}

/** Reading may take this share of the time: architecture, "Assessment". */
const MAX_SHARE = 0.05;

/** However dear its reading, a cluster is not out of sight for longer (proposal). */
const LONGEST_SECONDS = 900;

/**
 * Seconds until the next collection: at least `baseSeconds`, more when reading
 * took longer than its share, but never more than a quarter of an hour for
 * that reason.
 */
export function stretchedInterval(
  baseSeconds: number,
  readingMs: number,
): number {
  const wanted = Math.ceil(readingMs / 1000 / MAX_SHARE);
  return Math.max(baseSeconds, Math.min(wanted, LONGEST_SECONDS));
}

/**
 * Longest interval of a cluster that does not answer, in its own intervals:
 * once it is back, it has to be seen within two of them.
 */
const LONGEST_SILENCE = 2;

/** Interval of silent clusters, spread by this share so that those of one outage do not come back at one instant. (proposal) */
const JITTER = 0.2;

/** How a collection went, as far as the next one depends on it. */
export interface CollectionCost {
  /** Time for which the cluster was read, in milliseconds. */
  readingMs: number;
  /** Collections in a row in which nothing answered, this one included. */
  silent: number;
  /** Collections in a row in which a read failed in passing, this one included. */
  failed: number;
}

/**
 * Seconds until the next collection. Only the cost of reading that succeeded
 * stretches it: after a failed one the waiting was no burden on the cluster, and
 * what is unknown is to be read again soon. One that fails again and again (a
 * list that never ends in time) comes back to the interval of its cost.
 * `chance` is from 0 to 1.
 */
export function nextInterval(
  baseSeconds: number,
  { readingMs, silent, failed }: CollectionCost,
  chance: number,
): number {
  if (silent > 0) {
    const steps = Math.min(2 ** (silent - 1), LONGEST_SILENCE);
    const spread = steps === 1 ? 1 : 1 - JITTER * chance;
    return Math.round(baseSeconds * steps * spread);
  }
  const stretched = stretchedInterval(baseSeconds, readingMs);
  if (failed === 0) return stretched;
  return Math.min(stretched, baseSeconds * 2 ** (failed - 1));
}

/**
 * The sections as signals that are collected again in `seconds`: what a costly
 * collection saw must not count as stale before the next one is due.
 */
export function withInterval(
  seconds: number,
  sections: SomeSections,
): SomeSections {
  return Object.fromEntries(
    Object.entries(sections).map(([name, signal]) => [
      name,
      signal.state === 'observed' && signal.intervalSeconds < seconds
        ? { ...signal, intervalSeconds: seconds }
        : signal,
    ]),
  );
}

/**
 * Whether a collection is due at `nowMs`. Half a base interval early is in
 * time, for the scheduler's own ticks wander by seconds. A look that began a
 * whole interval after now was noted by a replica whose clock is ahead: it is
 * not believed, or one wrong clock would keep everybody from looking.
 */
export function isDue(
  last: { startedAt: string; nextDueAt: string } | undefined,
  baseSeconds: number,
  nowMs: number,
): boolean {
  if (!last) return true;
  const baseMs = baseSeconds * 1000;
  if (Date.parse(last.startedAt) > nowMs + baseMs) return true;
  return nowMs >= Date.parse(last.nextDueAt) - baseMs / 2;
}
