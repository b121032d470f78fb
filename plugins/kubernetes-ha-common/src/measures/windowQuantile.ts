/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  histogramQuantile,
  histogramWindow,
} from '../checks/histogramQuantile';
import type { Counters } from '../snapshot/sections/counters';

/**
 * A quantile of what a histogram collected between the two newest readings;
 * undefined with one reading only, for that is an average since the process
 * started and no value of this moment. `wanted` chooses series by their key.
 */
export function windowQuantile(
  q: number,
  counters: Counters | undefined,
  family: string,
  wanted?: (key: string) => boolean,
): number | undefined {
  if (!counters?.earlier) return undefined;
  const window = histogramWindow(counters, family, wanted);
  return window?.seconds === undefined
    ? undefined
    : histogramQuantile(q, window.buckets);
}
