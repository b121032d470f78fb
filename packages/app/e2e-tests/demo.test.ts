/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { expectLoaded, expectNoSidewaysScroll, open, View } from './portal';
import { keepScreenshot } from './screenshots';

const english: View = { theme: 'light', language: 'en' };

/** After so long a search is asked again. */
const SEARCHED_MS = 10_000;

/** What each entry of the navigation shows of the demo. */
const shown: Readonly<Record<string, RegExp>> = {
  '/kubernetes-ha': /Reference, three zones/,
  '/catalog': /Four etcd voters/,
  '/catalog-graph': /container-platform/,
  '/visualizer': /page:kubernetes-ha/,
  '/settings': /Guest/,
};

test('no entry of the navigation leads to something empty', async ({
  page,
}) => {
  // Each entry loads a page of its own.
  test.slow();
  const refused: string[] = [];
  page.on('response', response => {
    if (response.status() >= 400) refused.push(response.url());
  });
  await open(page, '/kubernetes-ha', english);
  const links = page.locator('[data-testid="sidebar-root"] a[href^="/"]');
  await expect(links.first()).toBeVisible();
  const hrefs = await links.evaluateAll(all =>
    all.map(link => link.getAttribute('href') ?? ''),
  );
  const entries = [...new Set(hrefs)].filter(href => href !== '/');
  expect(entries.sort()).toEqual(Object.keys(shown).sort());
  for (const entry of entries) {
    await open(page, entry, english);
    // No entry of the navigation itself is called so.
    await expect(page.locator('body')).toContainText(shown[entry]);
  }
  // The index is made once a minute; the page asks it once.
  await expect(async () => {
    await open(page, '/search?query=etcd', english);
    const found = page.getByText('Four etcd voters').first();
    await expect(found).toBeVisible({ timeout: SEARCHED_MS });
  }).toPass();
  expect(refused).toEqual([]);
});

for (const { language, theme, says } of [
  { language: 'en', theme: 'light', says: /^Replaying a recording: .+[;.] ?/ },
  { language: 'zh', theme: 'dark', says: /^正在回放录制内容：.+。$/ },
] as const) {
  for (const width of [1280, 390]) {
    test(`a recorded cluster says what is played: ${language}, ${theme}, ${width} px`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 844 });
      await open(page, '/kubernetes-ha/clusters/reference-3az', {
        language,
        theme,
      });
      await expectLoaded(page);
      const line = page.getByText(says);
      await expect(line).toHaveAttribute('role', 'status');
      await expect(line).toBeInViewport();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    });
  }
}

test('a recorded cluster has a history of a week, with what happened in it', async ({
  page,
}) => {
  await open(page, '/kubernetes-ha/clusters/reference-3az?range=7d', english);
  await expectLoaded(page);
  const happened = page.getByRole('table', { name: 'What happened' });
  const stopped = happened.getByRole('row').filter({ hasText: /^cp-b/ });
  // In the two rounds before the present one.
  await expect(stopped.nth(1)).toBeVisible();
  await expect(page.getByText(/^A week ago/)).toBeVisible();
  await expect(page.getByText('Not assessed')).toHaveCount(0);
  await happened.scrollIntoViewIfNeeded();
  await keepScreenshot(page, 'recorded-history');
});
