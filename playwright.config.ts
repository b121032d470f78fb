/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { defineConfig } from '@playwright/test';
import { chromiumArguments } from './scripts/test/chromiumArguments.mjs';

/**
 * Browser tests of a portal that runs already (`npm test` starts one; in
 * development start it yourself and name it in PLAYWRIGHT_URL). The browser is
 * the machine's own Chromium: nothing is downloaded.
 */
export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  testMatch: '*.test.ts',
  outputDir: 'node_modules/.cache/e2e-test-results',
  // A portal on two cores serves one page after another.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    baseURL: process.env.PLAYWRIGHT_URL ?? 'http://localhost:7007',
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: chromiumArguments,
    },
  },
});
