/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CheckResult } from '../checks/check';
import type { CheckStatus, Layer } from '../checks/layers';
import type { ClusterFacts } from '../snapshot/clusterSnapshot';

/** Grades: A ≥ 90, B ≥ 80, C ≥ 70, D ≥ 50, F below. @public */
export const grades = ['A', 'B', 'C', 'D', 'F'] as const;

/** See {@link grades}. @public */
export type Grade = (typeof grades)[number];

/** What one result did to the score of its layer. @public */
export interface ScoreStep {
  checkId: string;
  /** `cap`: the layer cannot be better than `points`; `deduct`: `points` were taken off. */
  kind: 'cap' | 'deduct';
  points: number;
  /** The status and severity that gave it. */
  status: CheckStatus;
  severity: CheckResult['severity'];
}

/**
 * The score of a layer and how it came about:
 * `score = min(100, caps) − min(20, deductions)`, never below 0.
 * @public
 */
export interface LayerScore {
  layer: Layer;
  /** 0–100; null when no check of the layer applies to this cluster or none exists, or when none of them could be told and none caps. */
  score: number | null;
  /**
   * Worst status of the layer: fail, then warn or unknown, whichever costs the
   * layer more, then pass; `not-applicable` when nothing applies.
   */
  status: CheckStatus;
  /** True when an unknown capped it, or nothing of it was told. */
  provisional: boolean;
  /** Start value, lowest cap, sum of deductions (already limited). */
  base: 100;
  cap: number;
  deducted: number;
  steps: readonly ScoreStep[];
  counts: Readonly<Record<CheckStatus, number>>;
}

/** How much of what applies could be told. @public */
export interface Coverage {
  /** Applicable checks: pass, warn, fail and unknown. */
  applicable: number;
  known: number;
  unknown: number;
  unknownCritical: number;
}

/**
 * The judgement of one snapshot. Same snapshot and policy: same scorecard,
 * byte for byte.
 * @public
 */
export interface Scorecard {
  schemaVersion: 1;
  cluster: ClusterFacts;
  /** `takenAt` of the snapshot. */
  takenAt: string;
  /** SHA-256, hex, of the snapshot's canonical JSON with each section replaced by its own SHA-256 (`hashSnapshot`). */
  snapshotHash: string;
  /** SHA-256 of the policy's canonical JSON, hex. */
  policyHash: string;
  /** The minimum over the layers that have a score; null when none has one. */
  score: number | null;
  grade: Grade | null;
  /** The grade could be lower: a critical or high check could not be told. */
  provisional: boolean;
  /** The weakest link; missing when nothing is below 100 or nothing was told. */
  limitedBy?: {
    layer: Layer;
    /** Checks that set the layer's score, most severe first. */
    checkIds: readonly string[];
  };
  layers: readonly LayerScore[];
  coverage: Coverage;
  results: readonly CheckResult[];
}
