/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  joinBuckets,
  MeasurementPoint,
  scoreBuckets,
  worstOf,
} from 'backstage-plugin-kubernetes-ha-common';
import {
  bucketRow,
  HistoryRow,
  pointOf,
} from '../database/DatabaseHistoryStore';
import type { MeasurementRow } from '../database/DatabaseMeasurementStore';
import { bucketOf, buckets } from '../database/resolutions';
import type { Past } from './PastAssessments';

/** Time between two stored measurements while nothing moves. (proposal) */
const CALM_MEASUREMENT_MS = 5 * 60_000;

/** A row of any cluster. */
export type RowOfAny<R> = Omit<R, 'cluster'>;

/** Which part of a past is stored how. */
export interface PastTime {
  nowMs: number;
  /** From here on single points are kept. */
  rawFromMs: number;
  /** Between two assessments. */
  intervalMs: number;
}

/**
 * History of a past: its points, with the same score at every second interval
 * where the recording stands still, and hours and days of all of it. Pure.
 */
export function pastHistory(
  { points }: Pick<Past, 'points'>,
  { nowMs, rawFromMs, intervalMs }: PastTime,
): RowOfAny<HistoryRow>[] {
  const first = points[0];
  if (!first) return [];
  const range = { fromMs: Date.parse(first.at), toMs: nowMs };
  // Until the next one: in between the same collection was played.
  const hours = scoreBuckets(points.map(pointOf), {
    ...range,
    stepMs: buckets.hour.ms,
    holdMs: Infinity,
  });
  const raw = repeated(points, 2 * intervalMs, nowMs, (row, at) => ({
    ...row,
    at,
    snapshot_hash: null,
  }));
  return [
    ...since(raw, rawFromMs),
    ...hours.map(bucket => bucketRow('', 'hour', bucket)),
    ...joinBuckets(hours, buckets.day.ms).map(bucket =>
      bucketRow('', 'day', bucket),
    ),
  ];
}

/** Measurements of a past, as {@link pastHistory}. Pure. */
export function pastMeasurements(
  { measurements }: Pick<Past, 'measurements'>,
  { nowMs, rawFromMs }: PastTime,
): RowOfAny<MeasurementRow>[] {
  const all = repeated(
    measurements,
    CALM_MEASUREMENT_MS,
    nowMs,
    ({ values }, at) => ({ at, values }),
  );
  const rowsOf = (
    resolution: MeasurementRow['resolution'],
    of: readonly MeasurementPoint[],
  ) =>
    of.map(({ at, values }) => ({
      resolution,
      at,
      body: JSON.stringify(values),
    }));
  const hours = worstOfEach(all, 'hour');
  return [
    ...rowsOf('raw', since(all, rawFromMs)),
    ...rowsOf('hour', hours),
    ...rowsOf('day', worstOfEach(hours, 'day')),
  ];
}

/** The worst of each hour or day in which there is a measurement. */
function worstOfEach(
  points: readonly MeasurementPoint[],
  into: 'hour' | 'day',
): MeasurementPoint[] {
  const held = new Map<string, MeasurementPoint['values'][]>();
  for (const { at, values } of points) {
    const bucket = bucketOf(at, into);
    held.set(bucket, [...(held.get(bucket) ?? []), values]);
  }
  return [...held].map(([at, values]) => ({ at, values: worstOf(values) }));
}

/** Points, oldest first, with copies of each until the next one, so far apart. */
function repeated<P extends { at: string }>(
  points: readonly P[],
  stepMs: number,
  endMs: number,
  copy: (point: P, at: string) => P,
): P[] {
  return points.flatMap((point, index) => {
    const atMs = Date.parse(point.at);
    const next = points[index + 1];
    const untilMs = next ? Date.parse(next.at) : endMs;
    const copies = [point];
    for (let ms = atMs + stepMs; ms < untilMs; ms += stepMs) {
      copies.push(copy(point, new Date(ms).toISOString()));
    }
    return copies;
  });
}

function since<P extends { at: string }>(
  points: readonly P[],
  fromMs: number,
): P[] {
  const from = new Date(fromMs).toISOString();
  return points.filter(({ at }) => at >= from);
}
