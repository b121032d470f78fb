/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { defineCheck } from '../check';
import { judgeLease, leaseThresholds } from './leaseFresh';

/**
 * Whether a controller-manager leads now: it renews the Lease
 * `kube-system/kube-controller-manager`. Unit: seconds, by the server's clock.
 * Source: kubernetes/component-base config/v1alpha1/defaults.go. @public
 */
export const kcmLeaseFresh = defineCheck({
  id: 'kcm-lease-fresh',
  layer: 'leaders',
  severity: 'critical',
  kind: 'state',
  stage: 1,
  reads: ['leases'],
  consults: ['pods'],
  thresholds: leaseThresholds,
  runbook: 'RB-LEADER',
  source:
    'https://github.com/kubernetes/component-base/blob/master/config/v1alpha1/defaults.go',
  evaluate: input =>
    judgeLease('kcm-lease-fresh', 'kube-controller-manager', input),
});
