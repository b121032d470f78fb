/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** How long details are kept, in days. */
export interface Retention {
  /** Snapshots and scorecards behind changes. */
  snapshotDays: number;
  resolvedFindingDays: number;
  /** Everything about a cluster that is configured no more. */
  removedClusterDays: number;
}

/** Takes away what is too old. Every method is safe to repeat and to interrupt. */
export interface RetentionStore {
  /**
   * Thins out and removes the snapshots and scorecards behind changes, always
   * both of one change, and resolved findings. The scorecard in force at the
   * limit stays with its snapshot, whatever its age.
   */
  dropOld(now: Date, retention: Retention): Promise<void>;
  /** Removes what is stored of clusters that were removed long enough ago. Returns their names. */
  dropRemoved(now: Date, retention: Retention): Promise<string[]>;
}
