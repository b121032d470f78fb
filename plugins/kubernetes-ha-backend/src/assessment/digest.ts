/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  canonicalHash,
  Scorecard,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Digests } from '../database/AssessmentStore';

/** What makes two judgements the same one. */
export function digestsOf(scorecard: Scorecard): Digests {
  const { results, layers, limitedBy } = scorecard;
  return {
    verdict: canonicalHash({
      score: scorecard.score,
      grade: scorecard.grade,
      provisional: scorecard.provisional,
      limitedBy: limitedBy ?? null,
      layers: layers.map(({ layer, score, status, provisional }) => [
        layer,
        score,
        status,
        provisional,
      ]),
      results: results.map(({ checkId, status, severity, reason }) => [
        checkId,
        status,
        severity,
        reason ?? null,
      ]),
    }),
    subjects: canonicalHash(
      results.map(({ checkId, subjects }) => [
        checkId,
        [...(subjects ?? [])].sort(),
      ]),
    ),
  };
}
