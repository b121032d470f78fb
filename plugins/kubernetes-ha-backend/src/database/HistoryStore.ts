/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  HistoryPoint,
  HistoryResolution,
} from 'backstage-plugin-kubernetes-ha-common';

/** The score over time. */
export interface HistoryStore {
  /** Oldest first; `from` and `to` are included. */
  range(
    cluster: string,
    resolution: HistoryResolution,
    from: string,
    to: string,
  ): Promise<HistoryPoint[]>;
  /**
   * Thins history out (raw to hours, hours to days: the lowest score of each)
   * and removes what is older than its time. Safe to repeat and to interrupt.
   */
  retain(now: Date): Promise<void>;
}
