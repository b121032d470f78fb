/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { expect, test } from '@playwright/test';
import { words } from './portal';

test('the language chosen under Settings is the language of the pages', async ({
  page,
}) => {
  await page.goto('/settings', { waitUntil: 'domcontentloaded' });
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('option', { name: /中文|Chinese/ }).click();
  await page.goto('/kubernetes-ha', { waitUntil: 'domcontentloaded' });
  await expect(
    page.getByRole('heading', { name: words.zh.clusters }),
  ).toBeVisible();
});
