/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import AxeBuilder from '@axe-core/playwright';
import { expect, Page } from '@playwright/test';

/** Backstage's own navigation, on wide and on narrow screens: nothing of it is drawn by this suite. */
const NAVIGATION = [
  'nav[aria-label="sidebar nav"]',
  '[data-testid="mobile-sidebar-root"]',
];

/**
 * No violation of any accessibility rule, of whatever impact, best practices
 * and the size of targets included, in the whole document but for Backstage's
 * own navigation.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const axe = new AxeBuilder({ page }).options({
    rules: { 'target-size': { enabled: true } },
  });
  NAVIGATION.forEach(part => axe.exclude(part));
  const { violations } = await axe.analyze();
  expect(
    violations.map(({ id, impact, help, nodes }) => ({
      id,
      impact,
      help,
      where: nodes.slice(0, 3).map(({ html, failureSummary }) => ({
        html,
        failureSummary,
      })),
    })),
  ).toEqual([]);
}
