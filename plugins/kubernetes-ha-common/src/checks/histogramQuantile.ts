/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CounterSample, Counters } from '../snapshot/sections/counters';
import { labelsOf } from './counterIncrease';
import { restarted } from './restarted';

/** A bucket of a cumulative histogram: how many observations were at most `upperBound`. */
export interface Bucket {
  upperBound: number;
  cumulativeCount: number;
}

/**
 * The `q`-quantile of a cumulative histogram, by linear interpolation inside
 * the bucket it falls in; the lowest bucket begins at 0. In the `+Inf` bucket
 * it is the highest finite bound: at least that much. Undefined without
 * observations or without an `+Inf` bucket to tell how many there were.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile
 */
export function histogramQuantile(
  q: number,
  buckets: readonly Bucket[],
): number | undefined {
  const sorted = [...buckets].sort((a, b) => a.upperBound - b.upperBound);
  const last = sorted[sorted.length - 1];
  if (!last || last.upperBound !== Infinity || sorted.length < 2) {
    return undefined;
  }
  if (!(last.cumulativeCount > 0)) return undefined;

  const rank = q * last.cumulativeCount;
  const index = sorted.findIndex(bucket => bucket.cumulativeCount >= rank);
  if (index === -1 || index === sorted.length - 1) {
    return sorted[sorted.length - 2].upperBound;
  }
  const { upperBound, cumulativeCount } = sorted[index];
  const below =
    index > 0 ? sorted[index - 1] : { upperBound: 0, cumulativeCount: 0 };
  const inside = cumulativeCount - below.cumulativeCount;
  if (inside <= 0) return upperBound;
  return (
    below.upperBound +
    (upperBound - below.upperBound) * ((rank - below.cumulativeCount) / inside)
  );
}

/** What a histogram collected over a time. */
export interface HistogramWindow {
  buckets: Bucket[];
  observations: number;
  /** Seconds between the two readings; undefined when it counts since the process started. */
  seconds: number | undefined;
}

/**
 * What a histogram of a Prometheus page collected between two readings. After
 * a restart, or with one reading only, it is the newest reading alone: all
 * since the process started. Undefined when the family is not on the page.
 * `wanted` chooses series by their key.
 */
export function histogramWindow(
  counters: Counters,
  family: string,
  wanted: (key: string) => boolean = () => true,
): HistogramWindow | undefined {
  const latest = bucketsOf(counters.latest, family, wanted);
  if (latest.size === 0) return undefined;
  const earlier =
    counters.earlier && !restarted(counters.earlier, counters.latest)
      ? bucketsOf(counters.earlier, family, wanted)
      : undefined;
  // A counter that fell began anew, whatever the start times say.
  const usable =
    earlier &&
    earlier.size > 0 &&
    [...earlier].every(([bound, count]) => (latest.get(bound) ?? -1) >= count);
  const buckets = [...latest].map(([upperBound, count]) => ({
    upperBound,
    cumulativeCount: count - (usable ? earlier.get(upperBound) ?? 0 : 0),
  }));
  return {
    buckets,
    observations:
      buckets.find(({ upperBound }) => upperBound === Infinity)
        ?.cumulativeCount ?? 0,
    seconds:
      usable && counters.earlier
        ? (Date.parse(counters.latest.at) - Date.parse(counters.earlier.at)) /
          1000
        : undefined,
  };
}

/** Counts by upper bound, summed over the other labels. */
function bucketsOf(
  { values }: CounterSample,
  family: string,
  wanted: (key: string) => boolean,
): Map<number, number> {
  const counts = new Map<number, number>();
  const prefix = `${family}_bucket{`;
  for (const key of Object.keys(values)) {
    if (!key.startsWith(prefix) || !wanted(key)) continue;
    const { le: bound } = labelsOf(key);
    if (!bound) continue;
    const upperBound = bound === '+Inf' ? Infinity : Number(bound);
    if (Number.isNaN(upperBound)) continue;
    counts.set(upperBound, (counts.get(upperBound) ?? 0) + values[key]);
  }
  return counts;
}
