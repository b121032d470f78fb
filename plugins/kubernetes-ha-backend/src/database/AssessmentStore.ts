/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  ClusterSnapshot,
  Coverage,
  LayerSummary,
  LimitingLink,
  Scorecard,
  SnapshotRef,
  UnknownReason,
} from 'backstage-plugin-kubernetes-ha-common';

/** What a fleet row shows of a judgement, beyond what SQL sorts and filters by. */
export interface AssessmentSummary {
  limitedBy?: LimitingLink;
  layers: LayerSummary[];
  coverage: Coverage;
  /** Unknown critical and high checks by reason. */
  unknownByReason: Partial<Record<UnknownReason, number>>;
  kubernetesVersion?: string;
  etcdVersion?: string;
  nodes?: number;
  zones?: number;
}

/** Where the stored judgement of a cluster stands. */
export interface AssessmentHead {
  /** Counts writes; 0 before the first. */
  version: number;
  digest?: string;
  takenAt?: string;
}

/** What two judgements are compared by. SHA-256, hex. */
export interface Digests {
  /**
   * Score, grade, and each check's status, severity and reason. Numbers in
   * sentences, ages and evidence move at every look and are left out.
   */
  verdict: string;
  /**
   * What each check names: on a large cluster another few nodes at every look,
   * which is no other verdict and no reason to keep another snapshot.
   */
  subjects: string;
}

/** A judgement to be stored. */
export interface AssessmentCommit {
  /** `version` of the head that was read before the signals were. */
  basedOn: number;
  scorecard: Scorecard;
  snapshot: ClusterSnapshot;
  summary: AssessmentSummary;
  digests: Digests;
  /** Newest time at which anything was observed. */
  observedAt?: string;
}

/**
 * What became of a commit: `abandoned` when another replica stored a judgement
 * since `basedOn`, which may rest on newer signals than this one.
 */
export type CommitOutcome =
  | { outcome: 'changed'; cause: SnapshotRef['cause'] }
  | { outcome: 'unchanged' }
  | { outcome: 'abandoned' };

/** Judgements: the newest one, and what lies behind each change. */
export interface AssessmentStore {
  head(cluster: string): Promise<AssessmentHead>;
  /**
   * Stores a judgement whole or not at all: the newest scorecard, its layers,
   * a point of history; where a verdict changed the findings, the scorecard in
   * force and the snapshot behind it; where only subjects did, the findings.
   */
  commit(commit: AssessmentCommit): Promise<CommitOutcome>;
  /** The newest scorecard, or the one in force at `at`; nothing when there was none yet. */
  scorecard(cluster: string, at?: string): Promise<Scorecard | undefined>;
  /** Clusters that are configured and were last judged before `olderThan` seconds by their own interval times `intervals`. */
  overdue(now: Date, intervals: number): Promise<string[]>;
}
