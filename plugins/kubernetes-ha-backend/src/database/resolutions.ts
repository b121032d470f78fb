/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { HistoryResolution } from 'backstage-plugin-kubernetes-ha-common';
import type { Knex } from 'knex';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Before every point there is. */
const BEGINNING = new Date(0).toISOString();

/** Raw 48 h, hourly 30 d, daily 2 y: architecture, "Assessment". */
export const keptMs: Readonly<Record<HistoryResolution, number>> = {
  raw: 2 * DAY_MS,
  hour: 30 * DAY_MS,
  day: 730 * DAY_MS,
};

/** What a thinner resolution is made from, and how its buckets are named: so many letters of an ISO time, and what completes them to the beginning. */
export const buckets = {
  hour: { from: 'raw', letters: 13, rest: ':00:00.000Z', ms: HOUR_MS },
  day: { from: 'hour', letters: 10, rest: 'T00:00:00.000Z', ms: DAY_MS },
} as const;

/** A resolution that is thinned out from a denser one. */
export type ThinResolution = keyof typeof buckets;

/** Beginning of the bucket that holds a time. */
export function bucketOf(at: string, into: ThinResolution): string {
  const { letters, rest } = buckets[into];
  return `${at.slice(0, letters)}${rest}`;
}

/**
 * From where to thin a table: the bucket before the newest one that is stored,
 * so that runs which were missed, for hours or days, are made up for by the
 * next; two buckets back at least, for a replica whose clock is ahead.
 */
export async function thinFrom(
  knex: Knex,
  table: 'history' | 'measurement',
  into: ThinResolution,
  now: Date,
): Promise<string> {
  const newest = await knex(table)
    .where({ resolution: into })
    .max<{ at: string | null }>({ at: 'at' })
    .first();
  if (!newest?.at) return BEGINNING;
  const { ms } = buckets[into];
  const resumed = before(new Date(newest.at), ms);
  const recent = before(now, 2 * ms);
  return bucketOf(resumed < recent ? resumed : recent, into);
}

/** Removes the points of a table that are older than their resolution is kept. */
export async function dropOld(
  knex: Knex,
  table: 'history' | 'measurement',
  now: Date,
): Promise<void> {
  for (const [resolution, kept] of Object.entries(keptMs)) {
    await knex(table)
      .where({ resolution })
      .where('at', '<', before(now, kept))
      .delete();
  }
}

/** So many milliseconds before a time, as text. */
export function before(now: Date, ms: number): string {
  return new Date(now.getTime() - ms).toISOString();
}
