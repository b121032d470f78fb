/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import assert from 'node:assert/strict';
import { after, before, suite } from 'node:test';
import { Lab, startLab, StartLabOptions } from '../src';

/** A suite on one lab, which all its tests share: `tests` gets what returns it once it runs. Its progress stands under the name of the lab. */
export function labSuite(
  title: string,
  timeoutMs: number,
  options: StartLabOptions & { name: string },
  tests: (labOf: () => Lab) => void,
): void {
  suite(title, { timeout: timeoutMs }, () => {
    let lab: Lab | undefined;

    before(async () => {
      const log = (line: string) => console.log(`${options.name}: ${line}`);
      lab = await startLab({ ...options, log });
    });

    after(() => lab?.down());

    tests(() => {
      assert.ok(lab, 'the lab did not start');
      return lab;
    });
  });
}
