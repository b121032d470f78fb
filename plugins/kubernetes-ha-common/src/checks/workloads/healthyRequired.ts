/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { PodDisruptionBudgetInfo } from '../../snapshot/sections/inventory';

/**
 * How many pods a budget wants healthy of those that it covers. Percentages
 * round up, both ways. Undefined for a value that is neither number nor
 * percentage.
 * Source: k8s.io/kubernetes pkg/controller/disruption/disruption.go (getExpectedPodCount)
 */
export function healthyRequired({
  minAvailable,
  maxUnavailable,
  expectedPods,
}: PodDisruptionBudgetInfo): number | undefined {
  if (maxUnavailable !== undefined) {
    const away = amountOf(maxUnavailable, expectedPods);
    return away === undefined ? undefined : Math.max(0, expectedPods - away);
  }
  if (minAvailable !== undefined) return amountOf(minAvailable, expectedPods);
  // Neither is set: minAvailable is 1. (k8s.io/api policy/v1: at least one must be set; older objects have none)
  return 1;
}

function amountOf(value: string, of: number): number | undefined {
  const percent = /^(\d+)%$/.exec(value);
  if (percent) return Math.ceil((Number(percent[1]) * of) / 100);
  return /^\d+$/.test(value) ? Number(value) : undefined;
}
