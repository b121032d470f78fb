/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  HistoryResolution,
  MeasurementPoint,
} from 'backstage-plugin-kubernetes-ha-common';
import type { TimeWindow } from '../routing/useTimeWindow';
import { extendSeries } from './extendSeries';
import { resolutionOf } from './historyRanges';
import { usePolled } from './usePolled';

/** Points are kept once a minute; asking more often shows nothing new. */
const POLL_SECONDS = 60;

/** What was measured of a cluster over a window of time; one that ends now is kept up to date. @internal */
export function useMeasurements(name: string, window: TimeWindow) {
  const { key, hours, fixed } = window;
  const resolution = resolutionOfWindow(window);
  return usePolled<MeasurementPoint[]>({
    key: ['measurements', name, key],
    request: (api, options, known) =>
      fixed
        ? api.getMeasurements(name, { ...fixed, resolution }, options)
        : extendSeries(known, hours, from =>
            api.getMeasurements(name, { from, resolution }, options),
          ),
    intervalSeconds: fixed ? undefined : POLL_SECONDS,
  });
}

/** The densest points that reach back to the beginning of a window. */
export function resolutionOfWindow({
  hours,
  fixed,
}: TimeWindow): HistoryResolution {
  return resolutionOf(
    fixed ? (Date.now() - Date.parse(fixed.from)) / 3_600_000 : hours,
  );
}
