/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CheckResult } from '../checks/check';
import type { CheckStatus, Layer } from '../checks/layers';
import type { Verdict } from '../checks/verdict';
import type { ClusterFacts } from '../snapshot/clusterSnapshot';
import type { Cause } from './causes';
import type { Fix } from './fixes';

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
  /** For an unknown that counts as it was last seen: as what. */
  lastSeen?: CheckStatus;
}

/**
 * The score of a layer and how it came about: `score = cap − deducted`.
 * @public
 */
export interface LayerScore {
  layer: Layer;
  /** 0–100; null when no check of the layer applies to this cluster or none exists, or when all of them are unknown and none caps. */
  score: number | null;
  /**
   * Worst status of the layer, of an unknown as it was last seen: fail, then warn
   * or unknown, whichever costs the layer more, then pass; `not-applicable` when nothing applies.
   */
  status: CheckStatus;
  /** True when an unknown capped it, or nothing of it is visible. */
  provisional: boolean;
  /** Start value, lowest cap, what deductions really took: 20 at most, and warnings never into the next grade below a cap that no failure set. */
  base: 100;
  cap: number;
  deducted: number;
  steps: readonly ScoreStep[];
  counts: Readonly<Record<CheckStatus, number>>;
}

/** How much of what applies is known. @public */
export interface Coverage {
  /** Applicable checks: pass, warn, fail and unknown. */
  applicable: number;
  known: number;
  unknown: number;
  unknownCritical: number;
}

/** The most urgent of a cluster: what is broken now, else what is weak, else what is not visible. @public */
export interface Headline {
  verdict: Verdict;
  layer: Layer;
  /** Checks of the layer with this verdict, this severity and this status, in the order of their ids. */
  checkIds: readonly string[];
}

/** A score and its grade; null when nothing gives one. @public */
export interface ScoreAndGrade {
  score: number | null;
  grade: Grade | null;
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
  /** The grade could be lower: a critical or high check is unknown. */
  provisional: boolean;
  /** The weakest link; missing when nothing is below 100 or nothing is known. */
  limitedBy?: {
    layer: Layer;
    /** Checks that set the layer's score, most severe first. */
    checkIds: readonly string[];
  };
  /** Missing when everything that applies passes, and in scorecards of earlier versions. */
  headline?: Headline;
  /** What it would be if every unknown passed, and if every one failed. Missing in scorecards of earlier versions. */
  possible?: { best: ScoreAndGrade; worst: ScoreAndGrade };
  /** What the results that do not pass follow from, the most urgent first. Missing in scorecards of earlier versions. */
  causes?: readonly Cause[];
  /** What each cause costs. Missing in scorecards of earlier versions. */
  fixes?: readonly Fix[];
  layers: readonly LayerScore[];
  coverage: Coverage;
  results: readonly CheckResult[];
}
