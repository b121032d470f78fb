/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  Grade,
  HeldScores,
  HistoryResolution,
  HistoryStep,
  Layer,
} from 'backstage-plugin-kubernetes-ha-common';

/** A stored assessment; or an hour or a day, as it was at its lowest. */
export interface HistoryPoint {
  /** ISO 8601 UTC; the beginning of an hour or day. */
  at: string;
  score: number | null;
  grade: Grade | null;
  provisional: boolean;
  limitedByLayer?: Layer;
  snapshotHash?: string;
  headline?: HistoryStep['headline'];
  /** Of an hour or day: how long each score held. Missing in those of earlier versions. */
  held?: HeldScores;
}

/** The score over time. */
export interface HistoryStore {
  /** Oldest first; `from` and `to` are included. */
  range(
    cluster: string,
    resolution: HistoryResolution,
    from: string,
    to: string,
  ): Promise<HistoryPoint[]>;
  /** The oldest that is known of a cluster; nothing before its first assessment. */
  firstAssessedAt(cluster: string): Promise<string | undefined>;
  /**
   * Thins history out (raw to hours, hours to days: how long each score held,
   * and the lowest of each) and removes what is older than its time. Safe to
   * repeat and to interrupt.
   */
  retain(now: Date): Promise<void>;
}
