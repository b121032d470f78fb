/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { PodDisruptionBudgetInfo } from 'backstage-plugin-kubernetes-ha-common';
import type { PodDisruptionBudget } from '../generated/policyV1';
import { projectSelector } from './labelSelector';

export function projectPodDisruptionBudget({
  metadata,
  spec,
  status,
}: PodDisruptionBudget): PodDisruptionBudgetInfo {
  return {
    namespace: metadata?.namespace ?? '',
    name: metadata?.name ?? '',
    minAvailable: spec?.minAvailable,
    maxUnavailable: spec?.maxUnavailable,
    unhealthyPodEvictionPolicy: spec?.unhealthyPodEvictionPolicy || undefined,
    selector: projectSelector(spec?.selector),
    disruptionsAllowed: status?.disruptionsAllowed ?? 0,
    currentHealthy: status?.currentHealthy ?? 0,
    desiredHealthy: status?.desiredHealthy ?? 0,
    expectedPods: status?.expectedPods ?? 0,
  };
}
