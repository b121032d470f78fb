/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Steps } from 'backstage-plugin-kubernetes-ha-common';

/** Work between two turns of the event loop, far below the 50 ms after which others would notice. Unit: milliseconds. (proposal) */
const SLICE_MS = 10;

/** Runs work in slices, so that requests and other clusters are served in between. @public */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  let sliceEnd = performance.now() + SLICE_MS;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() >= sliceEnd) {
      await nextTurn();
      sliceEnd = performance.now() + SLICE_MS;
    }
  }
}
