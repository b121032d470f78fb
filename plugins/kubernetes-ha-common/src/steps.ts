/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/**
 * Pure work on large snapshots that pauses every few milliseconds, so that
 * whoever runs it in an event loop can let others in between. What comes out
 * does not depend on where it paused. @public
 */
export type Steps<T> = Generator<void, T, void>;

/** Does all the work at once. @public */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
