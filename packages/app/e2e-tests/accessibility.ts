/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import AxeBuilder from '@axe-core/playwright';
import { expect, Page } from '@playwright/test';

/**
 * No serious or critical violation of the accessibility rules in what this
 * suite draws. The navigation and header around it are Backstage's own.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include('[data-kubernetes-ha]')
    .analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.slice(0, 3).map(({ html, failureSummary }) => ({
        html,
        failureSummary,
      })),
    }));
  expect(grave).toEqual([]);
}
