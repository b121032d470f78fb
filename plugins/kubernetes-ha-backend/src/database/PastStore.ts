/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ClusterFacts } from 'backstage-plugin-kubernetes-ha-common';
import type { Past } from '../recorded/PastAssessments';
import type { RowOfAny } from '../recorded/pastRows';
import type { HistoryRow } from './DatabaseHistoryStore';
import type { MeasurementRow } from './DatabaseMeasurementStore';

/** A past as it is stored, of any cluster. */
export interface StoredPast
  extends Pick<Past, 'changes' | 'findings' | 'newest'> {
  history: readonly RowOfAny<HistoryRow>[];
  measurements: readonly RowOfAny<MeasurementRow>[];
}

/** Stores pasts that were made at once. */
export interface PastStore {
  /**
   * Stores a past as that of a cluster, whole or not at all. False where the
   * cluster has been assessed already: what happened stands.
   */
  store(cluster: ClusterFacts, past: StoredPast): Promise<boolean>;
}
