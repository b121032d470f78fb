/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CheckResult } from '../checks/check';
import { layers } from '../checks/layers';
import { gradeOf } from './grade';
import { scoreLayer } from './layerScore';
import type { LayerScore, ScoreAndGrade } from './scorecard';

/** The minimum over the layers that have a score; null when none has one. @internal */
export function lowest(layerScores: readonly LayerScore[]): number | null {
  const scores = layerScores.flatMap(({ score }) => score ?? []);
  return scores.length === 0 ? null : Math.min(...scores);
}

/** Score and grade that results give. Pure. @public */
export function scoreOf(results: readonly CheckResult[]): ScoreAndGrade {
  const score = lowest(layers.map(layer => scoreLayer(layer, results)));
  return { score, grade: gradeOf(score) };
}
