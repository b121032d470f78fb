/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/**
 * True when tests against the lab's real control plane run: on request
 * (`KUBERNETES_HA_LAB=1`) and always on CI, so that they cannot be forgotten there.
 */
export const labWanted =
  process.env.KUBERNETES_HA_LAB === '1' ||
  // As scripts/bootstrap/isCi.mjs, which is beyond this package.
  ['true', '1'].includes(process.env.CI ?? '');

/**
 * Describes tests that need the lab. Without it they are listed as skipped,
 * with the variable that runs them in the title: never silently left out.
 * @internal
 */
export function describeWithLab(name: string, fn: () => void): void {
  if (labWanted) {
    // eslint-disable-next-line jest/valid-describe-callback, jest/valid-title
    describe(name, fn);
    return;
  }
  // eslint-disable-next-line jest/no-disabled-tests, jest/valid-describe-callback, jest/valid-title
  describe.skip(`${name} (set KUBERNETES_HA_LAB=1 to run it)`, fn);
}
