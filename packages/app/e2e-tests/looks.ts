/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Page } from '@playwright/test';
import type { View } from './portal';

/** A look at an open page: theme and language, and the width in CSS pixels. */
export interface Look extends View {
  name: string;
  size: { width: number; height: number };
}

/** The looks in which every page is tried. At 200 % a window of 1280 pixels is 640 wide. */
export const looks: readonly Look[] = [
  {
    name: 'light',
    theme: 'light',
    language: 'en',
    size: { width: 1280, height: 800 },
  },
  {
    name: 'dark',
    theme: 'dark',
    language: 'en',
    size: { width: 1280, height: 800 },
  },
  {
    name: 'phone',
    theme: 'light',
    language: 'en',
    size: { width: 390, height: 844 },
  },
  {
    name: 'dark phone',
    theme: 'dark',
    language: 'en',
    size: { width: 390, height: 844 },
  },
  {
    name: 'Chinese at 200 %',
    theme: 'light',
    language: 'zh',
    size: { width: 640, height: 400 },
  },
];

const titles: Record<View['language'], string> = {
  en: 'Kubernetes HA',
  zh: 'Kubernetes 高可用',
};

/** Changes the look of the open page, as choosing it in another tab would: nothing is loaded anew. */
export async function look(page: Page, { theme, language, size }: Look) {
  await page.setViewportSize(size);
  await page.evaluate(
    chosen => {
      for (const [key, newValue] of Object.entries(chosen)) {
        window.localStorage.setItem(key, newValue);
        window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
      }
    },
    { theme, language },
  );
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
  // The words of a language are loaded when it is chosen; the page waits for them, and then for its data.
  await page
    .getByRole('heading', { level: 1, name: titles[language] })
    .waitFor({ state: 'attached' });
  await page
    .locator('[data-kubernetes-ha] [role="status"][aria-label]')
    .first()
    .waitFor({ state: 'detached' });
  await page
    .locator(`[data-theme-mode="${theme}"]`)
    .first()
    .waitFor({ state: 'attached' });
  // Colours change gradually; axe would measure one in between.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (animation instanceof CSSTransition) animation.finish();
    }
  });
}
