/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { HistoryPoint } from 'backstage-plugin-kubernetes-ha-common';
import { extendSeries } from './extendSeries';
import { HistoryRange, historyRanges } from './historyRanges';
import { usePolled } from './usePolled';

/** The score of a cluster over a range that ends now, kept up to date. @internal */
export function useScoreHistory(
  name: string,
  range: HistoryRange,
  intervalSeconds: number,
  version?: string,
) {
  const { hours, resolution } = historyRanges[range];
  return usePolled<HistoryPoint[]>({
    key: ['history', name, range],
    request: (api, options, known) =>
      extendSeries(known, hours, from =>
        api.getHistory(name, { from, resolution }, options),
      ),
    intervalSeconds,
    version,
  });
}
