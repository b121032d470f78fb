/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Page } from '@playwright/test';

/** Addresses of the plugin's API below which a test answers in the backend's place. */
const API = '**/api/kubernetes-ha/v1';

/** From now on the API refuses with this error; `under` narrows it to a part, such as `clusters/x`. */
export async function apiRefuses(
  page: Page,
  error: { status: number; name: string; message: string },
  under = '**',
): Promise<void> {
  const { status, name, message } = error;
  await page.route(`${API}/${under}`, route =>
    route.fulfill({
      status,
      json: {
        error: { name, message, stack: 'at secret (main.js:1:1)' },
        response: { statusCode: status },
      },
    }),
  );
}

/** From now on there is no way to the API. */
export async function apiIsGone(page: Page): Promise<void> {
  await page.route(`${API}/**`, route => route.abort('connectionrefused'));
}

/** The backend answers by itself again. */
export async function apiIsBack(page: Page): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
}

/** Gives every cluster so many workers more, copies of its last node. Returns nothing; the next signals have them. */
export async function addNodes(page: Page, count: number): Promise<void> {
  await page.route(`${API}/clusters/*/signals?**`, async route => {
    const response = await route.fetch();
    const signals = await response.json();
    const { nodes } = signals.sections;
    const last = nodes.value.at(-1);
    for (let i = 1; i <= count; i += 1) {
      nodes.value.push({ ...last, name: nodeName(i) });
    }
    await route.fulfill({ response, json: signals });
  });
}

/** Name of an added node. */
export function nodeName(index: number): string {
  return `added-${String(index).padStart(4, '0')}`;
}
