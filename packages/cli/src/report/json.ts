/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { inOrderOfConcern, worded } from './findings';
import type { ReportWriter } from './report';

/**
 * For programs: the scorecard as `GET /v1/clusters/<name>/scorecard` of the
 * portal gives it, its findings in words, and how it stands against what is
 * required. `scorecard` is null when the cluster was not assessed.
 */
export const json: ReportWriter = report => {
  const { card, isAssessed, problems, gate, language } = report;
  return `${JSON.stringify(
    {
      schemaVersion: 1,
      cluster: card.cluster,
      assessed: isAssessed,
      scorecard: isAssessed ? card : null,
      findings: isAssessed
        ? inOrderOfConcern(card.results).map(result => worded(result, language))
        : [],
      problems,
      requirements: {
        met: isAssessed && gate.isPassed,
        ...(gate.grade && { minGrade: gate.grade.required }),
        ...(gate.checks && {
          failOn: gate.checks.severity,
          failedChecks: gate.checks.failed,
        }),
      },
    },
    null,
    2,
  )}\n`;
};
