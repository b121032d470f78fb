/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { PlayedRecording } from 'backstage-plugin-kubernetes-ha-collector';
import type { CollectionGroup } from 'backstage-plugin-kubernetes-ha-node';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** So long ago a past begins: a week, and the day before it that a week is compared with. (proposal) */
export const PAST_MS = 8 * DAY_MS;

/** When the recording was played in the past, in hours before its present loop: a bad day after a quiet week. (proposal) */
export const PLAYED_HOURS_AGO = [7, 20] as const;

/** Collections that are assessed for one past, each about 10 ms: beyond it the past is shorter. (proposal) */
const MOST_INSTANTS = 400;

/** One collection of the past. */
export interface PastInstant {
  atMs: number;
  /** Where the playback was, milliseconds since the start of the recording. */
  positionMs: number;
  /** What is collected; the first of them has it assessed. */
  groups: readonly [CollectionGroup, ...CollectionGroup[]];
}

/** Seconds between two collections of a group. */
export interface Intervals {
  controlPlaneSeconds: number;
  inventorySeconds: number;
}

/**
 * The collections of the past that are assessed, oldest first. The loop that is
 * played now is there from its beginning; two loops before it were played at
 * set hours, where the clock alone would have had them begin; in between the
 * last collection of the recording stands. So the past is a quiet week and a day
 * with faults in it, instead of the same faults six times an hour. Pure.
 */
export function pastInstants(
  recording: Pick<PlayedRecording, 'firstMs' | 'header' | 'positionAt'>,
  now: Date,
  intervals: Intervals,
  playedHoursAgo: readonly number[] = PLAYED_HOURS_AGO,
): PastInstant[] {
  const { firstMs, header } = recording;
  const nowMs = now.getTime();
  const lengthMs = Math.max(1, header.durationMs - firstMs);
  const loopMs = nowMs - recording.positionAt(now) + firstMs;
  // What got better in the last collections is settled by the next ones of its group.
  const settlingMs = 1.5 * intervals.inventorySeconds * 1000;
  const calm = (fromMs: number, toMs: number) =>
    collections(fromMs, toMs, intervals, () => header.durationMs);
  const loop = (beganMs: number, fromMs: number, toMs: number) =>
    collections(fromMs, toMs, intervals, ms => firstMs + ms - beganMs);

  const beginMs = nowMs - PAST_MS;
  const [first] = calm(beginMs, beginMs + 1);
  let rest = loop(
    loopMs,
    Math.max(loopMs, nowMs - roomMs(intervals)),
    Math.min(nowMs, loopMs + lengthMs),
  );
  for (const hours of playedHoursAgo) {
    const loops = Math.round((hours * HOUR_MS) / lengthMs);
    const fromMs = loopMs - loops * lengthMs;
    const endMs = fromMs + lengthMs;
    const played = [
      ...loop(fromMs, fromMs, endMs),
      ...calm(endMs, endMs + settlingMs),
    ];
    const isApart = (played.at(-1)?.atMs ?? 0) < (rest[0]?.atMs ?? loopMs);
    if (!isApart || played.length + rest.length > MOST_INSTANTS) break;
    rest = [...played, ...rest];
  }
  return [first, ...rest];
}

/** How much of a loop that takes hours is assessed. */
function roomMs({ controlPlaneSeconds, inventorySeconds }: Intervals): number {
  const perSecond = 1 / controlPlaneSeconds + 1 / inventorySeconds;
  return Math.floor(((MOST_INSTANTS / 2) * 1000) / perSecond);
}

/**
 * Both groups at their intervals: at first together, for nothing of before is
 * fresh any more, then the inventory between two collections of the control plane.
 */
function collections(
  fromMs: number,
  toMs: number,
  { controlPlaneSeconds, inventorySeconds }: Intervals,
  positionOf: (ms: number) => number,
): PastInstant[] {
  const instants: PastInstant[] = [];
  for (let ms = fromMs; ms < toMs; ms += controlPlaneSeconds * 1000) {
    instants.push({
      atMs: ms,
      positionMs: positionOf(ms),
      groups:
        ms === fromMs ? ['control-plane', 'inventory'] : ['control-plane'],
    });
  }
  const firstMs = fromMs + (inventorySeconds + controlPlaneSeconds / 2) * 1000;
  for (let ms = firstMs; ms < toMs; ms += inventorySeconds * 1000) {
    instants.push({
      atMs: ms,
      positionMs: positionOf(ms),
      groups: ['inventory'],
    });
  }
  return instants.sort((a, b) => a.atMs - b.atMs);
}
