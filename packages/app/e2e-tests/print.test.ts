/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { expect, test } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { addNodes, nodeName } from './backend';
import { fleetRows, open, View } from './portal';

/** More than a window shows. */
const ADDED = 300;

test('on paper there are all nodes, opened details and absolute times, and no controls', async ({
  page,
}) => {
  const view: View = { theme: 'dark', language: 'en' };
  await open(page, '/kubernetes-ha', view);
  const link = (await fleetRows(page, view)).first().getByRole('link').first();
  const cluster = await link.getAttribute('href');

  const fleet = await printed();
  expect(fleet).toMatch(/Printed \d{1,2} \w+ \d{4}.* from http/);
  // The sentence of a check may say an age; when a cluster was observed is a time.
  expect(fleet).not.toMatch(/\b(updated|recorded|\d{4}) \d+ (s|min|h) ago\b/);
  expect(fleet).not.toContain('Clear filters');

  await link.click();
  await expect(
    page.getByRole('region', { name: 'Findings', exact: true }),
  ).toContainText(/Since/);
  const overview = await printed();
  expect(overview).toMatch(/RB-[A-Z]/);
  expect(overview).toContain('Evidence');
  expect(overview).not.toContain('Show the arithmetic');
  // The sentence of a check may say an age; when a finding began is a time.
  expect(overview).toMatch(/Since \d{1,2} \w+ \d{4}, \d\d:\d\d:\d\d/);
  expect(overview).not.toMatch(/Since \d+ (s|min|h|d)\b/);

  await addNodes(page, ADDED);
  await page.goto(`${cluster}/signals`, { waitUntil: 'domcontentloaded' });
  await expect(page.getByRole('table', { name: 'Nodes' })).toContainText(
    nodeName(ADDED),
  );
  const signals = await printed();
  const missing = Array.from({ length: ADDED }, (_, i) =>
    nodeName(i + 1),
  ).filter(name => !signals.includes(name));
  expect(missing).toEqual([]);
  expect(signals).not.toMatch(/\b\d+ (s|min|h) ago\b/);
  expect(signals).not.toContain('Filter by name');

  /** The text of the page as it is printed, in one line. */
  async function printed(): Promise<string> {
    const pdf = await page.pdf({ format: 'A4' });
    const document = await getDocumentProxy(new Uint8Array(pdf));
    const { text } = await extractText(document, { mergePages: true });
    return text.replace(/\s+/g, ' ');
  }
});
