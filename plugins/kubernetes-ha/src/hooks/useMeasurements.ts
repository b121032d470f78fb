/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { MeasurementPoint } from 'backstage-plugin-kubernetes-ha-common';
import { extendSeries } from './extendSeries';
import { HistoryRange, historyRanges } from './historyRanges';
import { usePolled } from './usePolled';

/** Points are kept once a minute; asking more often shows nothing new. */
const POLL_SECONDS = 60;

/** What was measured of a cluster over a range that ends now, kept up to date. @internal */
export function useMeasurements(name: string, range: HistoryRange) {
  const { hours, resolution } = historyRanges[range];
  return usePolled<MeasurementPoint[]>({
    key: ['measurements', name, range],
    request: (api, options, known) =>
      extendSeries(known, hours, from =>
        api.getMeasurements(name, { from, resolution }, options),
      ),
    intervalSeconds: POLL_SECONDS,
  });
}
