/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  canonicalHash,
  Scorecard,
} from 'backstage-plugin-kubernetes-ha-common';

/**
 * What makes two judgements the same one: score, grade, and each check's
 * status, severity, reason and subjects. Numbers in sentences, ages and
 * evidence move at every look and are left out. SHA-256, hex.
 */
export function digestOf(scorecard: Scorecard): string {
  return canonicalHash({
    score: scorecard.score,
    grade: scorecard.grade,
    provisional: scorecard.provisional,
    limitedBy: scorecard.limitedBy ?? null,
    layers: scorecard.layers.map(({ layer, score, status, provisional }) => [
      layer,
      score,
      status,
      provisional,
    ]),
    results: scorecard.results.map(
      ({ checkId, status, severity, reason, subjects }) => [
        checkId,
        status,
        severity,
        reason ?? null,
        [...(subjects ?? [])].sort(),
      ],
    ),
  });
}
