/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { defineCheck } from '../check';
import { componentUpThresholds, judgeComponent } from './componentUp';

/**
 * Whether every scheduler is Ready, on a node whose kubelet is heard. Unit: copies.
 * Source: kubernetes-mixin alerts. @public
 */
export const schedulerUp = defineCheck({
  id: 'scheduler-up',
  layer: 'leaders',
  severity: 'high',
  kind: 'state',
  stage: 1,
  reads: ['pods', 'nodes'],
  consults: ['nodeLeases'],
  thresholds: componentUpThresholds,
  runbook: 'RB-LEADER',
  source:
    'https://github.com/kubernetes-monitoring/kubernetes-mixin/tree/master/alerts',
  evaluate: input => judgeComponent('scheduler-up', 'kube-scheduler', input),
});
