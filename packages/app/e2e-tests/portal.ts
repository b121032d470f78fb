/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { expect, Locator, Page } from '@playwright/test';

/** How the portal is looked at. */
export interface View {
  theme: 'light' | 'dark';
  language: 'en' | 'zh';
}

/** Words that the tests look for, in both languages. */
export const words = {
  en: {
    clusters: 'Clusters',
    chain: 'As strong as its weakest link',
    weakest: 'weakest link',
    findings: 'Findings',
    evidence: 'Evidence',
    runbook: 'Runbook',
    show: 'Show the arithmetic',
    arithmetic: 'The arithmetic',
    minimum: 'Minimum over the layers',
    signals: 'Signals',
    sections: 'Every section of the snapshot',
    recorded: /recorded \d/,
  },
  zh: {
    clusters: '集群',
    chain: '集群的强度取决于最弱的一环',
    weakest: '最弱的一环',
    findings: '问题',
    evidence: '证据',
    runbook: '运维手册',
    show: '显示计算过程',
    arithmetic: '计算过程',
    minimum: '各层最小值',
    signals: '信号',
    sections: '快照的全部数据段',
    recorded: /录制于/,
  },
} as const;

/** Opens a page as the guest, in a theme and a language that a user chose earlier. */
export async function open(page: Page, path: string, view: View) {
  await page.addInitScript(({ theme, language }) => {
    window.localStorage.setItem('theme', theme);
    window.localStorage.setItem('language', language);
  }, view);
  await page.goto(path, { waitUntil: 'domcontentloaded' });
}

/** Rows of the fleet's table, once it has any. */
export async function fleetRows(page: Page, { language }: View) {
  await expect(
    page.getByRole('heading', {
      name: words[language].clusters,
      exact: true,
    }),
  ).toBeVisible();
  const rows = page.locator('table tbody tr');
  await expect(rows.first()).toBeVisible();
  return rows;
}

/** Address of the cluster that the fleet lists first: the worst. */
export async function worstCluster(page: Page, view: View): Promise<string> {
  await open(page, '/kubernetes-ha', view);
  const rows = await fleetRows(page, view);
  const href = await rows
    .first()
    .getByRole('link')
    .first()
    .getAttribute('href');
  expect(href).toContain('/clusters/');
  return href ?? '';
}

/** Nothing of the page is on its way any more. */
export async function expectLoaded(page: Page): Promise<void> {
  await expect(
    page.locator('[data-kubernetes-ha] section').first(),
  ).toBeVisible();
  await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
}

/** Nothing is wider than the screen, so that nobody has to scroll sideways. */
export async function expectNoSidewaysScroll(page: Page) {
  const [content, screen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBeLessThanOrEqual(screen);
}

/**
 * The same with the letters as far apart as a reader may set them, which is also
 * wider than the letters of any usual font: WCAG 2.2, 1.4.12 "Text Spacing".
 */
export async function expectRoomForLetters(page: Page) {
  const style = await page.addStyleTag({
    content:
      '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }',
  });
  await expectNoSidewaysScroll(page);
  await style.evaluate(element => element.parentNode?.removeChild(element));
}

/** Nothing lies over the text of a card, wherever the page is scrolled to: a card's own shadow is for bodies that scroll. */
export async function expectNothingVeiled(page: Page) {
  const veils = await page.evaluate(() => {
    const cards = [
      ...document.querySelectorAll('[data-kubernetes-ha] section'),
    ];
    cards.at(-1)?.scrollIntoView();
    return cards.flatMap(card =>
      [...(card.closest('article')?.querySelectorAll('*') ?? [])].filter(part =>
        ['::before', '::after'].some(side => {
          const { content, position } = getComputedStyle(part, side);
          return content !== 'none' && position === 'sticky';
        }),
      ),
    ).length;
  });
  expect(veils).toBe(0);
}

/** More stops than any page has before what a test looks for: navigation, filters, and the links of a chain. */
const MOST_STOPS = 120;

/** Presses Tab until the focus is there, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const isThere = await target.evaluate(
      element => element === document.activeElement,
    );
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}
