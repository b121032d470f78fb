/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { SomeSections } from 'backstage-plugin-kubernetes-ha-common';

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
 * The sections as signals that are looked at again in `seconds`: what a dear
 * look saw must not count as stale before the next one is due.
 */
export function lookedAtAgainIn(
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
