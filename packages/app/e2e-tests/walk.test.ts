/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { expect, Page, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import {
  expectNoSidewaysScroll,
  fleetRows,
  open,
  tabTo,
  View,
  words,
} from './portal';
import { keepScreenshot } from './screenshots';

const wide = { width: 1280, height: 800 };

const walks: {
  view: View;
  size: { width: number; height: number };
  pictures: Partial<
    Record<'fleet' | 'overview' | 'arithmetic' | 'signals', string>
  >;
}[] = [
  {
    view: { theme: 'light', language: 'en' },
    size: wide,
    pictures: {
      fleet: 'fleet-light',
      overview: 'cluster-overview',
      arithmetic: 'cluster-arithmetic',
      signals: 'cluster-signals',
    },
  },
  {
    view: { theme: 'dark', language: 'en' },
    size: wide,
    pictures: { fleet: 'fleet-dark', overview: 'cluster-overview-dark' },
  },
  {
    view: { theme: 'light', language: 'zh' },
    size: wide,
    pictures: { fleet: 'fleet-zh', overview: 'cluster-overview-zh' },
  },
  {
    view: { theme: 'dark', language: 'zh' },
    size: { width: 390, height: 844 },
    pictures: { fleet: 'fleet-narrow', overview: 'cluster-narrow' },
  },
];

for (const { view, size, pictures } of walks) {
  const { theme, language } = view;
  const say = words[language];

  test.describe(`${theme}, ${language}, ${size.width} px`, () => {
    test.use({ viewport: size });

    test('from the fleet to a cluster, a finding and the arithmetic', async ({
      page,
    }) => {
      const errors: string[] = [];
      page.on('pageerror', error => errors.push(error.message));

      await open(page, '/', view);
      const rows = await fleetRows(page, view);
      await expect(page).toHaveURL(/\/kubernetes-ha$/);
      await expect(rows.first().getByRole('img').first()).toBeVisible();
      await expect(page.getByText(say.recorded).first()).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      if (pictures.fleet) await keepScreenshot(page, pictures.fleet);

      await rows.first().getByRole('link').first().click();
      await expect(page).toHaveURL(/\/kubernetes-ha\/clusters\/[^/]+$/);
      await expect(
        page.getByRole('heading', { name: say.chain }),
      ).toBeVisible();
      await expect(page.getByText(say.weakest, { exact: true })).toHaveCount(1);
      const finding = page
        .getByRole('region', { name: say.findings, exact: true })
        .getByRole('button', { expanded: false })
        .first();
      await expect(finding).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      if (pictures.overview) await keepScreenshot(page, pictures.overview);

      await finding.click();
      // What several findings follow from opens to them first.
      await expect(page).toHaveURL(/[?&](cause|finding)=/);
      if (/[?&]cause=/.test(page.url())) {
        await openedFinding(page, say.findings).click();
      }
      await expect(page).toHaveURL(/[?&]finding=/);
      await expect(
        page.getByRole('table', { name: say.evidence }),
      ).toBeVisible();
      await expect(page.getByText(/^RB-/).first()).toBeVisible();
      await expectAccessible(page);

      await page.getByRole('button', { name: say.show }).click();
      await expect(page).toHaveURL(/[?&]arithmetic=open/);
      const arithmetic = page.getByRole('table', { name: say.arithmetic });
      // A heading, and a row for each layer that has checks.
      await expect(arithmetic.getByRole('row')).toHaveCount(8);
      await expect(
        page.locator('p').filter({ hasText: say.minimum }),
      ).toBeVisible();
      await expectAccessible(page);
      await arithmetic.scrollIntoViewIfNeeded();
      if (pictures.arithmetic) await keepScreenshot(page, pictures.arithmetic);

      await page.getByRole('tab', { name: say.signals }).click();
      await expect(page).toHaveURL(/\/signals/);
      await expect(
        page.getByRole('heading', { name: say.sections }),
      ).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      // The tables: charts have had no time to fill in a test.
      await page
        .locator('table')
        .first()
        .evaluate(table => {
          table.closest('section')?.scrollIntoView();
        });
      if (pictures.signals) await keepScreenshot(page, pictures.signals);
      expect(errors).toEqual([]);
    });
  });
}

/** The first finding under the cause that is open. */
function openedFinding(page: Page, findings: string) {
  return page
    .getByRole('region', { name: findings, exact: true })
    .locator('button[data-check][aria-expanded=false]')
    .first();
}

test('a finding can be reached and opened by keyboard alone', async ({
  page,
}) => {
  const view: View = { theme: 'light', language: 'en' };
  await open(page, '/kubernetes-ha', view);
  const rows = await fleetRows(page, view);
  await tabTo(page, rows.first().getByRole('link').first());
  await page.keyboard.press('Enter');
  const finding = page
    .getByRole('region', { name: words.en.findings, exact: true })
    .getByRole('button', { expanded: false })
    .first();
  await tabTo(page, finding);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/[?&](cause|finding)=/);
  if (/[?&]cause=/.test(page.url())) {
    await tabTo(page, openedFinding(page, words.en.findings));
    await page.keyboard.press('Enter');
  }
  await expect(
    page.getByRole('table', { name: words.en.evidence }),
  ).toBeVisible();
});

test('a link opens the same view for a colleague', async ({ page }) => {
  const view: View = { theme: 'light', language: 'en' };
  await open(page, '/kubernetes-ha?search=no-such-cluster', view);
  await expect(
    page.getByText('No cluster matches these filters'),
  ).toBeVisible();
  await expect(page.getByRole('searchbox')).toHaveValue('no-such-cluster');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await fleetRows(page, view);
  await expect(page).toHaveURL(/\/kubernetes-ha$/);
});

test('a cluster that does not exist says so', async ({ page }) => {
  await open(page, '/kubernetes-ha/clusters/no-such-cluster', {
    theme: 'light',
    language: 'en',
  });
  await expect(page.getByRole('alert')).toContainText('no-such-cluster');
  await expect(page.getByRole('alert')).toContainText('Not found');
});
