/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/**
 * How far before the newest known point a series is read again, in
 * milliseconds (proposal). Points of one cluster come from several replicas
 * and a late one may stand before a newer one; the hour or the day that still
 * fills is the newest point itself and always read again.
 */
const OVERLAP_MS = 120_000;

/**
 * The points of the last `hours`, oldest first. What is known is kept, and only
 * what came since its newest point is requested: a page that stays open reads
 * the whole range once. `request` answers with the points from a moment on,
 * that moment included.
 * @internal
 */
export async function extendSeries<P extends { at: string }>(
  known: readonly P[] | undefined,
  hours: number,
  request: (from: string) => Promise<P[]>,
): Promise<P[]> {
  const beginMs = Date.now() - hours * 3_600_000;
  const begin = new Date(beginMs).toISOString();
  const newest = known?.at(-1);
  if (!known || !newest) return request(begin);
  const sinceMs = Math.max(beginMs, Date.parse(newest.at) - OVERLAP_MS);
  const since = new Date(sinceMs).toISOString();
  const newer = await request(since);
  return [...known.filter(({ at }) => at >= begin && at < since), ...newer];
}
