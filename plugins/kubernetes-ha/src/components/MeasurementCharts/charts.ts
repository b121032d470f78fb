/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { MeasureUnit } from 'backstage-plugin-kubernetes-ha-common';

/** What a chart shows: the lines of one measure, and what they are held against. */
export interface ChartDefinition {
  /** The measure that has a line for each of its subjects, and the key of the chart's title. */
  measure: string;
  unit: MeasureUnit;
  /** A measure of the whole cluster that the lines should stay away from, or reach. */
  against?: string;
  /** A threshold of a check, drawn as a line. */
  threshold?: { check: string; name: string };
}

/** The charts, in the order on screen. */
export const charts: readonly ChartDefinition[] = [
  { measure: 'etcd-db-size', unit: 'bytes', against: 'etcd-db-quota' },
  {
    measure: 'etcd-fsync-p99',
    unit: 'seconds',
    threshold: { check: 'etcd-fsync-p99', name: 'warnSeconds' },
  },
  {
    measure: 'etcd-commit-p99',
    unit: 'seconds',
    threshold: { check: 'etcd-commit-p99', name: 'warnSeconds' },
  },
  { measure: 'apiserver-request-p99', unit: 'seconds' },
  { measure: 'apiserver-request-rate', unit: 'per-second' },
  { measure: 'etcd-raft-term', unit: 'count' },
  { measure: 'nodes-ready', unit: 'count', against: 'nodes-total' },
];
