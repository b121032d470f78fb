/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { look, looks } from './looks';
import {
  expectNoSidewaysScroll,
  expectNothingVeiled,
  expectRoomForLetters,
  View,
  words,
  worstCluster,
} from './portal';

const view: View = { theme: 'light', language: 'en' };

const pages: {
  name: string;
  path: (cluster: string) => string;
  /** A heading that is there when the page is. */
  heading: string;
}[] = [
  {
    name: 'fleet',
    path: () => '/kubernetes-ha',
    heading: words.en.clusters,
  },
  {
    name: 'overview with arithmetic',
    path: cluster => `${cluster}?arithmetic=open&open=thresholds&open=passes`,
    heading: words.en.arithmetic,
  },
  {
    name: 'overview with what happened in a week',
    path: cluster => `${cluster}?range=7d`,
    heading: 'What happened',
  },
  {
    name: 'signals',
    path: cluster => `${cluster}/signals`,
    heading: words.en.sections,
  },
  {
    name: 'connect',
    path: cluster => `${cluster}/connect`,
    heading: 'How this cluster is connected',
  },
];

test('every page, in every theme and size, has no accessibility violation and no sideways scroll', async ({
  page,
}) => {
  test.slow();
  const cluster = await worstCluster(page, view);
  for (const { name, path, heading } of pages) {
    await test.step(name, async () => {
      await page.goto(path(cluster), { waitUntil: 'domcontentloaded' });
      await look(page, looks[0]);
      await expect(page.getByRole('heading', { name: heading })).toBeVisible();
      for (const one of looks) {
        await test.step(one.name, async () => {
          await look(page, one);
          await expectAccessible(page);
          await expectNoSidewaysScroll(page);
          await expectRoomForLetters(page);
          await expectNothingVeiled(page);
        });
      }
    });
  }
});
