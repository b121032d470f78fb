/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  Grade,
  Language,
  Severity,
  Tier,
} from 'backstage-plugin-kubernetes-ha-common';

// What options may be. Written here a second time, and held to the lists of
// the common package by a test: loading the checks for `--help` would take
// longer than all the rest of it.

export const gradeChoices = [
  'A',
  'B',
  'C',
  'D',
  'F',
] as const satisfies readonly Grade[];

export const severityChoices = [
  'critical',
  'high',
  'medium',
  'low',
] as const satisfies readonly Severity[];

export const tierChoices = [
  'production',
  'staging',
  'development',
] as const satisfies readonly Tier[];

export const languageChoices = [
  'en',
  'zh',
] as const satisfies readonly Language[];

export const outputChoices = ['table', 'json', 'junit'] as const;

/** A form of the report. */
export type OutputFormat = (typeof outputChoices)[number];
