/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  Language,
  Scorecard,
  SourceProblem,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Gate } from '../gate';

/** Everything that a report is made of. */
export interface Report {
  card: Scorecard;
  /** False when nothing of the cluster could be read: then its score means nothing. */
  isAssessed: boolean;
  /** What hindered reading. */
  problems: readonly SourceProblem[];
  gate: Gate;
  language: Language;
}

/** How a report is written. */
export interface ReportStyle {
  /** Escape sequences for colours may be used. */
  isColoured: boolean;
  /** Columns of the terminal; a file has none. */
  columns: number;
}

/** Writes a report in one form, with a line break at its end. Pure. */
export type ReportWriter = (report: Report, style: ReportStyle) => string;
