/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  HistoryResolution,
  MeasurementPoint,
  Measurements,
} from 'backstage-plugin-kubernetes-ha-common';

/** Numbers of the clusters over time. */
export interface MeasurementStore {
  /** Notes what was measured, once a minute: a second measurement within one is left out. */
  add(cluster: string, at: string, values: Measurements): Promise<void>;
  /** Oldest first; `from` and `to` are included. */
  range(
    cluster: string,
    resolution: HistoryResolution,
    from: string,
    to: string,
  ): Promise<MeasurementPoint[]>;
  /**
   * Thins out (minutes to hours, hours to days: the worst of each) and removes
   * what is older than its time. Safe to repeat and to interrupt.
   */
  retain(now: Date): Promise<void>;
}
