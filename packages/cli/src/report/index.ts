/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { OutputFormat } from '../choices';
import { json } from './json';
import { junit } from './junit';
import type { ReportWriter } from './report';
import { table } from './table';

/** Every form of the report. Adding one is one line here and its name in choices.ts. */
export const reportWriters: Record<OutputFormat, ReportWriter> = {
  table,
  json,
  junit,
};
