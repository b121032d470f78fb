/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useMemo } from 'react';
import { HistoryRange, historyRanges } from '../hooks/historyRanges';
import { useUrlState } from './useUrlState';
import { useMoment } from './useMoment';

const HOUR_MS = 3_600_000;

/** The ranges on offer, in order. */
export const ranges = Object.keys(historyRanges) as HistoryRange[];

/** The time that charts show: a range that ends now, or a fixed one. */
export interface TimeWindow {
  /** Names it; of a range on offer, its name. */
  key: string;
  hours: number;
  /** Of a fixed one: where it begins and ends, ISO 8601 UTC. */
  fixed?: { from: string; to: string };
}

/**
 * The time window that the address of the page chooses: `?from=…&to=…`, so that
 * it shows the same to a colleague tomorrow, or `?range=7d`, and a longer range
 * where that has not the moment of `?at=…` in view. Default: a day.
 */
export function useTimeWindow(): TimeWindow {
  const url = useUrlState();
  const [range, from, to] = [url.get('range'), url.get('from'), url.get('to')];
  const atMs = useMoment();
  return useMemo(
    () => timeWindow({ range, from, to, atMs }, Date.now()),
    [range, from, to, atMs],
  );
}

/** A fixed window that is none (not two times, or the wrong way round) is left aside. Pure. */
export function timeWindow(
  address: { range?: string; from?: string; to?: string; atMs?: number },
  nowMs: number,
): TimeWindow {
  const { range, from, to, atMs } = address;
  const fromMs = Date.parse(from ?? '');
  const toMs = Date.parse(to ?? '');
  if (fromMs < toMs) {
    const fixed = {
      from: new Date(fromMs).toISOString(),
      to: new Date(toMs).toISOString(),
    };
    return {
      key: `${fixed.from}/${fixed.to}`,
      hours: (toMs - fromMs) / HOUR_MS,
      fixed,
    };
  }
  const chosen = ranges.find(item => item === range) ?? '24h';
  const key =
    ranges
      .slice(ranges.indexOf(chosen))
      .find(item => atMs === undefined || reachesBackTo(item, atMs, nowMs)) ??
    '2y';
  return { key, hours: historyRanges[key].hours };
}

/** Whether a range that ends now has a moment in view, or one after now. Pure. */
export function reachesBackTo(
  range: HistoryRange,
  atMs: number,
  nowMs: number,
): boolean {
  return nowMs - atMs < historyRanges[range].hours * HOUR_MS;
}

/** Changes of the address that mark a moment and show as much as before, unless a fixed time has it not in view. Pure. */
export function markMoment(
  window: TimeWindow,
  at: string,
): Record<string, string | undefined> {
  if (!window.fixed) return { at, range: window.key };
  const { fromMs, toMs } = spanOfWindow(window, 0);
  const atMs = Date.parse(at);
  return atMs >= fromMs && atMs <= toMs
    ? { at }
    : { at, from: undefined, to: undefined };
}

/** What a window spans, in milliseconds since the epoch. Pure. */
export function spanOfWindow(
  { hours, fixed }: TimeWindow,
  nowMs: number,
): { fromMs: number; toMs: number } {
  const toMs = fixed ? Date.parse(fixed.to) : nowMs;
  return { fromMs: toMs - hours * HOUR_MS, toMs };
}
