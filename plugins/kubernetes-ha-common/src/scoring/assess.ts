/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Check } from '../checks/check';
import { layers } from '../checks/layers';
import { checks as allChecks } from '../checks/registry';
import { runChecksSteps } from '../checks/runChecks';
import { defaultPolicy, Policy } from '../policy/policy';
import type { ClusterSnapshot } from '../snapshot/clusterSnapshot';
import { runSteps, Steps } from '../steps';
import { causesOf } from './causes';
import { fixesOf } from './fixes';
import { gradeOf } from './grade';
import { headlineOf } from './headline';
import { hashPolicy, hashSnapshotSteps } from './hash';
import { bySeverity, scoreLayer } from './layerScore';
import { lowest } from './scoreOf';
import type { LayerScore, Scorecard } from './scorecard';
import { coverageOf, possibleOf } from './unknowns';

/** With what a snapshot is judged. @public */
export interface AssessOptions {
  /** Default: every check of the product. */
  checks?: readonly Check[];
  /** Default: the product's own thresholds and severities. */
  policy?: Policy;
}

/**
 * Judges a snapshot: runs the checks, scores each layer, and takes the weakest
 * link as the score of the cluster. Pure and deterministic: the same snapshot,
 * checks and policy give the same scorecard, byte for byte.
 * @public
 */
export function assess(
  snapshot: ClusterSnapshot,
  options: AssessOptions = {},
): Scorecard {
  return runSteps(assessSteps(snapshot, options));
}

/** {@link assess} in steps, for snapshots of large clusters in an event loop. @public */
export function* assessSteps(
  snapshot: ClusterSnapshot,
  options: AssessOptions = {},
): Steps<Scorecard> {
  const { checks = allChecks, policy = defaultPolicy } = options;
  const results = yield* runChecksSteps(checks, snapshot, policy);
  const snapshotHash = yield* hashSnapshotSteps(snapshot);
  const layerScores = layers.map(layer => scoreLayer(layer, results));
  const score = lowest(layerScores);
  const headline = headlineOf(results);
  const causes = causesOf(results, {
    ...snapshot.sections,
    ...snapshot.lastObserved,
  });
  yield;
  const limitedBy = weakestLink(layerScores, score);
  return {
    schemaVersion: 1,
    cluster: snapshot.cluster,
    takenAt: snapshot.takenAt,
    snapshotHash,
    policyHash: hashPolicy(policy),
    score,
    grade: gradeOf(score),
    provisional: layerScores.some(({ provisional }) => provisional),
    ...(limitedBy && { limitedBy }),
    ...(headline && { headline }),
    possible: possibleOf(results),
    causes,
    fixes: fixesOf(results, causes),
    layers: layerScores,
    coverage: coverageOf(results),
    results,
  };
}

/** The layer with the lowest score (the first in the chain of several) and the checks that set it. */
function weakestLink(
  layerScores: readonly LayerScore[],
  score: number | null,
): Scorecard['limitedBy'] {
  if (score === null || score === 100) return undefined;
  const link = layerScores.find(candidate => candidate.score === score);
  if (!link) return undefined;
  // Where something caps, the cap is the cause and the deductions are small change.
  const deciding =
    link.cap < 100
      ? link.steps.filter(
          ({ kind, points }) => kind === 'cap' && points === link.cap,
        )
      : link.steps;
  return {
    layer: link.layer,
    checkIds: [...deciding].sort(bySeverity).map(({ checkId }) => checkId),
  };
}
