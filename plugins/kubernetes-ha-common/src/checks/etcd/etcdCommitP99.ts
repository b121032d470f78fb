/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { defineCheck } from '../check';
import { judgeDiskLatency } from './diskLatency';

/**
 * How long the slowest member takes to commit a batch to its database.
 * Unit: seconds, 99th percentile.
 * Source: https://etcd.io/docs/v3.6/faq/ (slow disk). @public
 */
export const etcdCommitP99 = defineCheck({
  id: 'etcd-commit-p99',
  layer: 'etcd',
  severity: 'high',
  kind: 'design',
  stage: 4,
  reads: ['etcd'],
  thresholds: {
    warnSeconds: {
      value: 0.025,
      unit: 's',
      source: 'https://etcd.io/docs/v3.6/faq/ (p99 of commit under 25 ms)',
    },
    failSeconds: {
      value: 0.25,
      unit: 's',
      source:
        'etcd contrib/mixin/alerts/alerts.libsonnet (etcdHighCommitDurations)',
    },
    // A 99th percentile of fewer is one lucky or unlucky commit.
    minimumObservations: { value: 100, unit: 'commits', source: '(proposal)' },
  },
  runbook: 'RB-ETCD-SLOW-DISK',
  source: 'https://etcd.io/docs/v3.6/faq/',
  evaluate: ({ values: { etcd }, thresholds }) =>
    judgeDiskLatency(
      'etcd-commit-p99',
      'etcd_disk_backend_commit_duration_seconds',
      etcd,
      thresholds,
    ),
});
