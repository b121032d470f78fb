/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { defineCheck } from '../check';
import { judgeDiskLatency } from './diskLatency';

/**
 * How long the slowest member takes to make its write-ahead log durable: every
 * write waits for it. Unit: seconds, 99th percentile.
 * Source: https://etcd.io/docs/v3.6/faq/ (slow disk). @public
 */
export const etcdFsyncP99 = defineCheck({
  id: 'etcd-fsync-p99',
  layer: 'etcd',
  severity: 'high',
  kind: 'design',
  stage: 4,
  reads: ['etcd'],
  thresholds: {
    warnSeconds: {
      value: 0.01,
      unit: 's',
      source: 'https://etcd.io/docs/v3.6/faq/ (p99 of fsync under 10 ms)',
    },
    failSeconds: {
      value: 0.5,
      unit: 's',
      source:
        'etcd contrib/mixin/alerts/alerts.libsonnet (etcdHighFsyncDurations)',
    },
    // A 99th percentile of fewer is one lucky or unlucky write.
    minimumObservations: { value: 100, unit: 'writes', source: '(proposal)' },
  },
  runbook: 'RB-ETCD-SLOW-DISK',
  source: 'https://etcd.io/docs/v3.6/faq/',
  evaluate: ({ values: { etcd }, thresholds }) =>
    judgeDiskLatency(
      'etcd-fsync-p99',
      'etcd_disk_wal_fsync_duration_seconds',
      etcd,
      thresholds,
    ),
});
