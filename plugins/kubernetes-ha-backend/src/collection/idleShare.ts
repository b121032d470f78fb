/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { performance } from 'node:perf_hooks';

/** Less tells of single turns of the event loop. (proposal) */
const WINDOW_MS = 1_000;

/**
 * Makes a function that says which share of the last second or so this thread
 * waited for others, from 0 (it always worked) to 1.
 * Source: https://nodejs.org/api/perf_hooks.html#performanceeventlooputilizationutilization1-utilization2
 */
export function measureIdleShare(): () => number {
  let from = performance.eventLoopUtilization();
  let share = 1;
  return () => {
    const { idle, active, utilization } =
      performance.eventLoopUtilization(from);
    if (idle + active >= WINDOW_MS) {
      share = 1 - utilization;
      from = performance.eventLoopUtilization();
    }
    return share;
  };
}
