/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { CounterSample } from '../snapshot/sections/counters';

/** True when two readings are known to be of different processes: then counters began anew. */
export function restarted(
  earlier: CounterSample,
  latest: CounterSample,
): boolean {
  return (
    earlier.processStartSeconds !== undefined &&
    latest.processStartSeconds !== undefined &&
    earlier.processStartSeconds !== latest.processStartSeconds
  );
}
