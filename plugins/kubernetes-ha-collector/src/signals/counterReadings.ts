/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  Counters,
  CounterSample,
} from 'backstage-plugin-kubernetes-ha-common';

/** A pair of readings spans at most this long (counters.ts of the snapshot). */
export const LONGEST_SPAN_MS = 10 * 60_000;

const START_FAMILY = 'process_start_time_seconds';

/** A reading from the sums of a scanned page; the start of the process becomes a field of its own. */
export function counterSample(
  sums: Readonly<Record<string, number>>,
  at: Date,
): CounterSample {
  const { [START_FAMILY]: processStartSeconds, ...values } = sums;
  return {
    at: at.toISOString(),
    ...(processStartSeconds !== undefined && { processStartSeconds }),
    values,
  };
}

/**
 * The newest reading with the oldest comparable one of at most ten minutes
 * before, out of the two that the previous collection carries. A reading of another
 * process (an earlier start) is not comparable: its counters began anew.
 */
export function pairOfReadings(
  latest: CounterSample,
  previous: Counters | undefined,
): Counters {
  const earlier = [previous?.earlier, previous?.latest].find(
    sample => sample && isComparable(sample, latest),
  );
  return earlier ? { latest, earlier } : { latest };
}

function isComparable(sample: CounterSample, latest: CounterSample): boolean {
  const age = Date.parse(latest.at) - Date.parse(sample.at);
  return (
    age > 0 &&
    age <= LONGEST_SPAN_MS &&
    sample.processStartSeconds === latest.processStartSeconds
  );
}
