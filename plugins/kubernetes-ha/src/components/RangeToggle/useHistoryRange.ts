/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { HistoryRange, historyRanges } from '../../hooks/historyRanges';
import { useUrlState } from '../../routing/useUrlState';

/** The ranges on offer, in order. */
export const ranges = Object.keys(historyRanges) as HistoryRange[];

/** The range that the address of the page chooses; a day unless told. */
export function useHistoryRange(): HistoryRange {
  const url = useUrlState();
  return ranges.find(item => item === url.get('range')) ?? '24h';
}
