/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { expect, Page, test } from '@playwright/test';
import { expectLoaded, fleetRows, open, View, worstCluster } from './portal';

const view: View = { theme: 'light', language: 'en' };

/** More stops than any page has. */
const MOST_STOPS = 300;

interface Stop {
  /** What is focused, in words. */
  what: string;
  /** Its place among all that can be focused, in the order of the document. */
  place: number;
  isMarked: boolean;
}

/** Presses Tab through the main content and says where the focus went. */
async function walk(page: Page): Promise<{ stops: Stop[]; missed: string[] }> {
  await page.getByRole('main').focus();
  const stops: Stop[] = [];
  const look = () =>
    page.evaluate(() => {
      const main = document.querySelector('main, [role="main"]');
      const focused = document.activeElement;
      if (!main || !focused || focused === main || !main.contains(focused)) {
        return undefined;
      }
      focused.setAttribute('data-reached', '');
      const { outlineStyle, boxShadow } = getComputedStyle(focused);
      // A field is marked by the frame around it, a tab by a line below it.
      const isFramed = focused.matches('input, [role="tab"]');
      return {
        what: (
          focused.getAttribute('aria-label') ??
          focused.textContent ??
          ''
        ).slice(0, 60),
        place: [...main.querySelectorAll('*')].indexOf(focused),
        isMarked: outlineStyle !== 'none' || boxShadow !== 'none' || isFramed,
      };
    });
  for (let i = 0; i < MOST_STOPS; i += 1) {
    await page.keyboard.press('Tab');
    const stop = await look();
    if (!stop) break;
    stops.push(stop);
  }
  const missed = await page
    .getByRole('main')
    .locator('a[href], button:enabled, input:enabled, summary, [tabindex="0"]')
    .evaluateAll(all =>
      all
        .filter(
          element =>
            !element.hasAttribute('data-reached') &&
            element.checkVisibility({ visibilityProperty: true }) &&
            element.getAttribute('tabindex') !== '-1' &&
            !element.closest('[aria-hidden="true"]') &&
            // Within these the arrow keys move the focus.
            !element
              .closest(
                '[role="radiogroup"], [role="toolbar"], [role="tablist"]',
              )
              ?.querySelector('[data-reached]'),
        )
        .map(element => element.outerHTML.slice(0, 120)),
    );
  return { stops, missed };
}

test('every control is reached by Tab, in the order in which it is read, and shows the focus', async ({
  page,
}) => {
  const path = await worstCluster(page, view);
  for (const address of ['/kubernetes-ha', path, `${path}/signals`]) {
    await test.step(address, async () => {
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      await expectLoaded(page);
      const { stops, missed } = await walk(page);
      expect(stops.length).toBeGreaterThan(5);
      expect(stops.length).toBeLessThan(MOST_STOPS);
      expect(missed).toEqual([]);
      expect(stops.filter(({ isMarked }) => !isMarked)).toEqual([]);
      const places = stops.map(({ place }) => place);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    });
  }
});

test('the first stop leads past the navigation', async ({ page }) => {
  await open(page, '/kubernetes-ha', view);
  await fleetRows(page, view);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page).toHaveURL(/\/kubernetes-ha$/);
});

test('Enter and Space open, Escape closes', async ({ page }) => {
  await open(page, '/kubernetes-ha', view);
  const rows = await fleetRows(page, view);
  const filter = page
    .getByRole('main')
    .getByRole('button', { name: / Grade$/ });
  await filter.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);

  await rows.first().getByRole('link').first().click();
  const finding = page
    .getByRole('region', { name: 'Findings', exact: true })
    .getByRole('button', { expanded: false })
    .first();
  await finding.focus();
  const words = await finding.textContent();
  const again = page
    .getByRole('region', { name: 'Findings', exact: true })
    .getByRole('button')
    .filter({ hasText: words ?? '' })
    .first();
  await page.keyboard.press('Space');
  await expect(again).toHaveAttribute('aria-expanded', 'true');
  await expect(again).toBeFocused();
  await page.keyboard.press('Space');
  await expect(again).toHaveAttribute('aria-expanded', 'false');
});
