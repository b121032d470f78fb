/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { expect, Page, test } from '@playwright/test';
import { expectLoaded, View, worstCluster } from './portal';

const view: View = { theme: 'light', language: 'en' };

/** What Core Web Vitals call good is 0.1; half of it. Source: https://web.dev/articles/cls. */
const MOST_SHIFT = 0.05;

/** 400 kbit/s in bytes a second. */
const BYTES_PER_SECOND = 50_000;

/** Notes from the start how much of the page moves without anybody having touched it. */
async function noteShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[]) {
        if (!entry.hadRecentInput) shifts.push(entry.value);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

async function shiftOf(page: Page): Promise<number> {
  const shifts = await page.evaluate(
    () => (window as unknown as { shifts: number[] }).shifts,
  );
  return shifts.reduce((sum, value) => sum + value, 0);
}

/** Said in the output of the test and kept in its report. */
function note(type: string, description: string): void {
  test.info().annotations.push({ type, description });
  process.stdout.write(`${type}: ${description}\n`);
}

for (const size of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test(`what is loaded takes the place that was kept for it, ${size.width} px`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await noteShifts(page);
    const path = await worstCluster(page, view);
    for (const address of ['/kubernetes-ha', path, `${path}/signals`]) {
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      await expectLoaded(page);
      const shift = await shiftOf(page);
      note(`layout shift of ${address}`, shift.toFixed(4));
      expect.soft(shift, address).toBeLessThan(MOST_SHIFT);
    }
    // What is measured is seen: a line above everything moves all of it.
    await page.evaluate(() => {
      const line = document.createElement('div');
      line.style.height = '200px';
      document.body.prepend(line);
    });
    await expect.poll(() => shiftOf(page)).toBeGreaterThan(MOST_SHIFT);
  });
}

test('what comes after the shell is so small that 400 kbit/s bring it in 5 s', async ({
  page,
}) => {
  const path = await worstCluster(page, view);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 100,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
  });
  const data = { bytes: 0 };
  const ofTheApi = new Set<string>();
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (new URL(response.url).pathname.startsWith('/api/')) {
      ofTheApi.add(requestId);
    }
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (ofTheApi.has(requestId)) data.bytes += encodedDataLength;
  });
  // The shell is in the browser's cache, as it is on every visit but the first.
  for (const address of ['/kubernetes-ha', path]) {
    data.bytes = 0;
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    await page.getByRole('main').waitFor();
    const startMs = Date.now();
    await expectLoaded(page);
    const seconds = (Date.now() - startMs) / 1000;
    // A page without data is none: what is not counted would be below every bound.
    await expect
      .poll(() => data.bytes, { message: address })
      .toBeGreaterThan(1_000);
    note(
      `data of ${address} at 400 kbit/s`,
      `${data.bytes} bytes, ${seconds.toFixed(1)} s`,
    );
    expect.soft(data.bytes, address).toBeLessThan(5 * BYTES_PER_SECOND);
  }
});
