/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Scorecard } from 'backstage-plugin-kubernetes-ha-common';
import type {
  AssessmentCommit,
  AssessmentHead,
  CommitOutcome,
} from '../assessment/storedAssessment';

/** Assessments: the newest one, and what lies behind each change. */
export interface AssessmentStore {
  head(cluster: string): Promise<AssessmentHead>;
  /**
   * Stores an assessment whole or not at all: the newest scorecard, its layers,
   * a point of history; where it settled a verdict the findings, the scorecard
   * in force and the snapshot behind it; where only subjects changed, the findings.
   */
  commit(commit: AssessmentCommit): Promise<CommitOutcome>;
  /** The newest scorecard, or the one in force at `at`; nothing when there was none yet. */
  scorecard(cluster: string, at?: string): Promise<Scorecard | undefined>;
  /** Clusters that are configured and were last assessed before `olderThan` seconds by their own interval times `intervals`. */
  overdue(now: Date, intervals: number): Promise<string[]>;
}
