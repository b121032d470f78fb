/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { apiIsBack, apiIsGone, apiRefuses } from './backend';
import { look, looks } from './looks';
import { fleetRows, open, View, worstCluster } from './portal';

const view: View = { theme: 'light', language: 'en' };

const refusals = [
  {
    what: 'a session that ended',
    error: { status: 401, name: 'AuthenticationError', message: 'No token.' },
    says: ['You are signed out', 'Sign in again'],
  },
  {
    what: 'a missing permission',
    error: { status: 403, name: 'NotAllowedError', message: 'Not allowed.' },
    says: ['No permission', 'kubernetes-ha.cluster.read'],
  },
  {
    what: 'a broken backend',
    error: { status: 500, name: 'Error', message: 'The database is locked.' },
    says: ['This could not be loaded', 'The database is locked.'],
  },
];

for (const { what, error, says } of refusals) {
  test(`${what} is said once, in words, in every theme and size`, async ({
    page,
  }) => {
    await apiRefuses(page, error);
    await open(page, '/kubernetes-ha', view);
    const alert = page.getByRole('main').getByRole('alert');
    await expect(alert).toHaveCount(1);
    for (const words of says) await expect(alert).toContainText(words);
    await expect(page.getByText(/main\.js|statusCode/)).toHaveCount(0);
    for (const one of looks) {
      await look(page, one);
      await expectAccessible(page);
    }
  });
}

test('whoever signs in again is on the same page', async ({ page }) => {
  await apiRefuses(page, refusals[0].error);
  await open(page, '/kubernetes-ha?search=zone', view);
  const button = page.getByRole('button', { name: 'Sign in again' });
  await expect(button).toBeVisible();
  await apiIsBack(page);
  await button.click();
  await fleetRows(page, view);
  await expect(page).toHaveURL(/\?search=zone$/);
});

test('an unknown cluster names those with a similar name', async ({ page }) => {
  const path = await worstCluster(page, view);
  await page.goto(`${path}-x`);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Not found');
  for (const one of looks) {
    await look(page, one);
    await expectAccessible(page);
  }
  const near = alert.locator(`a[href="${path}"]`);
  await near.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${path}$`));
});

test('while the backend is gone the old data stays, marked stale, and comes back by itself', async ({
  page,
}) => {
  await open(page, '/kubernetes-ha', view);
  const rows = await fleetRows(page, view);
  await apiIsGone(page);
  const alert = page.getByRole('main').getByRole('alert');
  await expect(alert).toContainText('does not respond');
  await expect(alert).toHaveCount(1);
  await expect(alert).toContainText(/Since .*\d:\d\d/);
  await expect(rows.first().getByRole('img', { name: /stale/ })).toBeVisible();
  for (const one of looks) {
    await look(page, one);
    await expectAccessible(page);
  }
  await look(page, looks[0]);
  await page.context().setOffline(true);
  await expect(alert).toContainText('This browser is offline');
  await page.context().setOffline(false);
  await apiIsBack(page);
  await expect(alert).toHaveCount(0);
});
