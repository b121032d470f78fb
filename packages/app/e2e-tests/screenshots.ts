/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import path from 'node:path';
import type { Page } from '@playwright/test';

const folder = path.resolve(__dirname, '../../../docs/images');

/**
 * Keeps a picture of the page for the documentation when UPDATE_SCREENSHOTS is
 * 1; otherwise does nothing, so that a test run changes no file.
 */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  if (process.env.UPDATE_SCREENSHOTS !== '1') return;
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}
