/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestOptions } from 'node:test';
// The scripts of the root belong to no package.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { isCi } from '../../scripts/bootstrap/isCi.mjs';
import { missingRequirements } from '../src/host/requirements';

/**
 * Options of a test that needs a lab. On a machine that cannot run one it is
 * left out with the reason; under CI nothing is left out, so it fails.
 */
export function labTest(timeoutMs: number): TestOptions {
  const missing = missingRequirements();
  const skip = missing.length > 0 && !isCi() ? missing.join(' ') : false;
  return { timeout: timeoutMs, skip };
}

/** Gives the labs of this test file a data folder of their own; returns what removes it. */
export function useOwnDataFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'kubernetes-ha-lab-'));
  process.env.KUBERNETES_HA_LAB_DATA = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
