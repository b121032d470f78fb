/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { MeasureUnit } from 'backstage-plugin-kubernetes-ha-common';
import type { MachinePart } from '../FindingsPanel/partsDown';

/** What a chart shows: the lines of one measure, and what they are held against. */
export interface ChartDefinition {
  /** The measure that has a line for each of its subjects, and the key of the chart's title. */
  measure: string;
  unit: MeasureUnit;
  /** What of a machine is measured: no line goes on while that is down. */
  part?: MachinePart;
  /** A measure of the whole cluster that the lines should stay away from, or reach. */
  against?: string;
  /** A threshold of a check, drawn as a line. */
  threshold?: { check: string; name: string };
}

/** The charts, in the order on screen. */
export const charts: readonly ChartDefinition[] = [
  {
    measure: 'etcd-db-size',
    unit: 'bytes',
    part: 'etcdMember',
    against: 'etcd-db-quota',
  },
  {
    measure: 'etcd-fsync-p99',
    unit: 'seconds',
    part: 'etcdMember',
    threshold: { check: 'etcd-fsync-p99', name: 'warnSeconds' },
  },
  {
    measure: 'etcd-commit-p99',
    unit: 'seconds',
    part: 'etcdMember',
    threshold: { check: 'etcd-commit-p99', name: 'warnSeconds' },
  },
  { measure: 'apiserver-request-p99', unit: 'seconds', part: 'apiServer' },
  { measure: 'apiserver-request-rate', unit: 'per-second', part: 'apiServer' },
  { measure: 'etcd-raft-term', unit: 'count' },
  { measure: 'nodes-ready', unit: 'count', against: 'nodes-total' },
];
