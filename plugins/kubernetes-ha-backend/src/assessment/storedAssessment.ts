/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  ClusterSnapshot,
  ClusterSummary,
  Coverage,
  HeadlineSummary,
  LayerSummary,
  LimitingLink,
  Scorecard,
  SnapshotRef,
  UnknownReason,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Settled, Verdicts } from './verdicts';

/** What a fleet row shows of an assessment, beyond what SQL sorts and filters by. */
export interface AssessmentSummary {
  limitedBy?: LimitingLink;
  /** Missing in those of earlier versions as well. */
  headline?: HeadlineSummary;
  causes?: ClusterSummary['causes'];
  possible?: Scorecard['possible'];
  layers: LayerSummary[];
  coverage: Coverage;
  /** Unknown critical and high checks by reason. */
  unknownByReason: Partial<Record<UnknownReason, number>>;
  kubernetesVersion?: string;
  etcdVersion?: string;
  nodes?: number;
  zones?: number;
}

/** Where the stored assessment of a cluster stands. */
export interface AssessmentHead {
  /** Counts writes; 0 before the first. */
  version: number;
  takenAt?: string;
  /** Empty before the first. */
  verdicts: Verdicts;
}

/** An assessment to be stored. */
export interface AssessmentCommit {
  /** `version` of the head that was read before the signals were. */
  basedOn: number;
  scorecard: Scorecard;
  snapshot: ClusterSnapshot;
  summary: AssessmentSummary;
  /** What the assessment settled: a change of these is what is kept, published and found. */
  settled: Settled;
  /**
   * SHA-256, hex, of what each check names and whether it waits for the first
   * collection: on a large cluster other nodes at every collection, which is no
   * reason to keep another snapshot.
   */
  subjects: string;
  /** Newest time at which anything was observed. */
  observedAt?: string;
}

/** Whether it was stored, and whether it changed a grade or a finding. `abandoned`: another replica stored one meanwhile. */
export type CommitOutcome =
  | { outcome: 'changed'; cause: SnapshotRef['cause'] }
  | { outcome: 'unchanged' }
  | { outcome: 'abandoned' };
