/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Locator, Page } from '@playwright/test';
import type {
  KubernetesHaApi,
  Scorecard,
} from 'backstage-plugin-kubernetes-ha-common';
// Pictures of the documentation are kept in one way.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { keepScreenshot } from '../../../packages/app/e2e-tests/screenshots';
// The scripts of the root belong to no package.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import type { Portal } from '../../../scripts/portal/portal.mjs';
import type { Lab } from '../../src';
import {
  buildPages,
  clientOf,
  scorecardWhen,
  startRealPortal,
} from '../portalClient';
import {
  assertDownInCharts,
  assertSameInRanges,
  assertToldAfterwards,
  incidentOf,
  untilNoneIsOpen,
  whileItLasts,
} from './incidentShown';
import { openBrowser, type PortalBrowser } from './openBrowser';
import { clusters, replaceEntry, writePagesConfig } from './pagesConfig';

const PORT = 7019;

/** What somebody sees without scrolling. */
const FIRST_VIEW_PX = 600;

/** How much a page shows of a cluster that nothing is connected of but the API. */
const LITTLE = { rows: 8, heightPx: 2_000 };

/** How long a changed configuration may take until the page shows what is seen by it. */
const TAKEN_MS = 120_000;

const sizes = {
  wide: { width: 1280, height: 800 },
  narrow: { width: 390, height: 844 },
};

const [connected, bare] = clusters;

/** What is said of a machine with a stacked plane when its etcd member is dead: its API server has no other. */
const consequences = ['etcd-member-health', 'apiserver-readyz-each'];

/** The real portal in Chromium, on a lab with everything connected and with a kubeconfig alone. */
export function pageTests(labOf: () => Lab): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kubernetes-ha-pages-'));
  let portal: Portal | undefined;
  let chromium: PortalBrowser | undefined;
  let api: KubernetesHaApi;
  let config: string;

  before(async () => {
    await buildPages();
    config = writePagesConfig(labOf(), folder);
    portal = await startRealPortal({
      port: PORT,
      configs: ['app-config.yaml', config],
      log: path.join(folder, 'portal.log'),
      env: { APP_CONFIG_backend_database_connection: '":memory:"' },
    });
    api = await clientOf(portal.url);
    chromium = await openBrowser(portal.url);
  });

  after(async () => {
    await chromium?.close();
    await portal?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (
    cluster: string,
    viewport: (typeof sizes)['wide'],
    view = '',
  ): Promise<Page> => {
    assert.ok(portal && chromium);
    const page = await chromium.browser.newPage({
      viewport,
      baseURL: portal.url,
    });
    await page.goto(`/kubernetes-ha/clusters/${cluster}${view}`, {
      waitUntil: 'domcontentloaded',
    });
    return page;
  };

  test('with a kubeconfig alone there are few rows, and the page is short', async () => {
    // What has not been collected once waits in a row of its own.
    await until(bare, card => isCalm(card) && isCollected(card));
    for (const size of ['narrow', 'wide'] as const) {
      const page = await open(bare, sizes[size]);
      const rows = panelOf(page, 'Findings').getByRole('button', {
        expanded: false,
      });
      await rows.first().waitFor();
      // The last of what is loaded.
      const end = panelOf(page, 'Score over time');
      await end.getByRole('img').first().waitFor();
      await end.getByRole('heading', { name: 'What happened' }).waitFor();
      const box = await end.boundingBox();
      const height = await page.evaluate(
        () => document.documentElement.scrollHeight,
      );
      assert.ok(
        box && box.y + box.height <= height,
        'what scrolls is the page',
      );
      const count = await rows.count();
      const { width } = sizes[size];
      console.log(`${bare}: ${count} rows, ${height} px at ${width} px`);
      assert.ok(count <= LITTLE.rows, `${count} rows`);
      if (size === 'wide') {
        await page.setViewportSize({ width, height });
        await keepScreenshot(page, 'kubeconfig-only');
        assert.ok(height <= LITTLE.heightPx, `${height} px`);
      }
      await page.close();
    }
  });

  test('an API server that is down is the same headline, seen without scrolling, however little is connected', async () => {
    for (const cluster of clusters) {
      await until(cluster, isCalm);
    }
    await labOf().fault('stop-apiserver', { machine: 'cp-b' });
    try {
      const said: string[] = [];
      for (const cluster of clusters) {
        await until(
          cluster,
          ({ headline }) =>
            headline?.verdict === 'broken' && headline.layer === 'apiserver',
        );
        for (const [size, viewport] of Object.entries(sizes)) {
          const page = await open(cluster, viewport);
          const headline = page.locator('section[data-verdict]');
          await headline.waitFor();
          await keepScreenshot(page, `apiserver-down-${cluster}-${size}`);
          // What is down; how it is fixed may go on below.
          const box = await headline
            .getByRole('listitem')
            .filter({ hasText: '/readyz' })
            .boundingBox();
          assert.ok(
            box && box.y + box.height <= FIRST_VIEW_PX,
            `the headline of ${cluster} ends at ${
              box && box.y + box.height
            } px of a ${size} page`,
          );
          said.push(whatIsDown(await headline.innerText()));
          await page.close();
        }
      }
      assert.match(said[0], /^broken now API server\n.*cp-b/);
      assert.deepEqual([...new Set(said)], [said[0]]);
    } finally {
      await labOf().heal();
    }
  });

  test('a dead etcd member is one row, with what follows from it under it; later it is said from when to when', async () => {
    const machine = 'cp-b';
    await until(connected, isCalm);
    await untilNoneIsOpen(api, connected, machine);
    const since = new Date().toISOString();
    await labOf().fault('stop-etcd', { machine });
    try {
      const { results } = await until(connected, ({ causes = [] }) =>
        causes.some(
          ({ machines = [], checkIds }) =>
            machines.includes(machine) &&
            consequences.every(id => checkIds.includes(id)),
        ),
      );
      const page = await open(connected, sizes.wide);
      const findings = panelOf(page, 'Findings');
      const row = findings.getByRole('button', {
        name: /cp-b/,
        expanded: false,
      });
      await row.first().waitFor();
      assert.equal(await row.count(), 1);
      await row.click();
      for (const id of consequences) {
        const title = results.find(({ checkId }) => checkId === id)?.title;
        assert.ok(title, `the API gives no title of ${id}`);
        await findings.getByText(title).first().waitFor();
      }
      await findings.evaluate(panel => panel.scrollIntoView());
      await keepScreenshot(page, 'etcd-member-down');
      await page.close();
      const charts = await open(connected, sizes.wide, '/signals');
      await assertDownInCharts(charts, machine);
      await charts.close();
      const down = await incidentOf(api, connected, { machine, since });
      assert.equal(down.verdict, 'broken');
      await whileItLasts(down);
    } finally {
      await labOf().heal();
    }
    const isOver = true;
    const over = await incidentOf(api, connected, { machine, since, isOver });
    await assertSameInRanges(api, connected, over);
    await assertToldAfterwards(view => open(connected, sizes.wide, view), over);
  });

  test('etcd is connected by the YAML of the Connect page without a restart; visibility and range move', async () => {
    const atFirst = await until(bare, isCalm);
    const overview = await open(bare, sizes.wide);
    const seen = overview.getByText(/^\d+ critical or high .* Seen: \d+ of/);
    const seenBefore = await seen.innerText();
    const page = await open(bare, sizes.wide, '/connect');
    const step = page.getByRole('listitem').filter({
      has: page.locator('strong').getByText('etcd', { exact: true }),
    });
    await step.getByText('not configured', { exact: true }).waitFor();
    const how = step.locator('details', { hasText: 'How it is done' });
    if (!(await how.evaluate(details => details.hasAttribute('open')))) {
      await how.locator('summary').click();
    }
    const files = labOf().appConfig().etcd;
    assert.ok(files, 'the lab gives no files of etcd');
    const yaml = await how
      .locator('pre', { hasText: 'kubernetesHa:' })
      .innerText();
    await step.evaluate(item => item.scrollIntoView());
    await showUsualPath(how, labOf().appConfig().connection.kubeconfig);
    await keepScreenshot(page, 'connect-etcd');
    const filled = ['ca.crt', 'client.crt', 'client.key'].reduce(
      (text, name, index) =>
        text.replace(
          `/etc/kubernetes-ha/${bare}/etcd-${name}`,
          [files.caFile, files.certFile, files.keyFile][index],
        ),
      yaml,
    );
    assert.doesNotMatch(filled, /\/etc\/kubernetes-ha/);
    replaceEntry(config, filled);

    const taken = { timeout: TAKEN_MS };
    await step.getByText('connected', { exact: true }).waitFor(taken);
    await panelOf(overview, 'Findings')
      .getByText(/^etcd: \d+ checks wait/)
      .waitFor({ ...taken, state: 'detached' });
    // What is seen grows with more than one collection, and the range moves with the last of them.
    await seen.filter({ hasNotText: rangeOf(seenBefore) }).waitFor(taken);
    const then = await until(
      bare,
      ({ coverage }) => coverage.known > atFirst.coverage.known,
    );
    assert.notDeepEqual(then.possible, atFirst.possible);
    // Both pages were open all the time: nothing was loaded anew.
    const seenAfter = await seen.innerText();
    console.log(`${bare}: ${seenBefore} → ${seenAfter}`);
    assert.ok(seenOf(seenAfter) > seenOf(seenBefore));
    await overview.close();
    await page.close();
  });

  async function until(
    cluster: string,
    wanted: (card: Scorecard) => boolean,
  ): Promise<Scorecard> {
    const card = await scorecardWhen(api, cluster, wanted);
    assert.ok(
      wanted(card),
      `${cluster}: headline ${JSON.stringify(card.headline)}, causes ${(
        card.causes ?? []
      )
        .map(({ id }) => id)
        .join(' ')}`,
    );
    return card;
  }
}

function panelOf(page: Page, name: string) {
  return page.getByRole('region', { name, exact: true });
}

/** Nothing is broken. */
function isCalm({ headline }: Scorecard): boolean {
  return headline?.verdict !== 'broken';
}

/** Every section was read, or refused, once. */
function isCollected({ results }: Scorecard): boolean {
  return results.every(({ reason }) => reason !== 'not-collected');
}

/** Of a headline: its title and what is said of /readyz. How it is fixed depends on what is connected. */
function whatIsDown(headline: string): string {
  return headline
    .split('\n')
    .filter((line, index) => index === 0 || line.includes('/readyz?'))
    .join('\n');
}

/** Of the words about a provisional grade: how many checks are seen, as a number. */
function seenOf(words: string): number {
  return Number(/Seen: (\d+) of/.exec(words)?.[1]);
}

/** Of the words about a provisional grade: what is possible. */
function rangeOf(words: string): string {
  const range = /Possible: .*/.exec(words)?.[0];
  assert.ok(range, `no range is in ${JSON.stringify(words)}`);
  return range;
}

/** In the picture a file lies where files of an adopter lie, not where this lab has it. */
async function showUsualPath(where: Locator, file: string): Promise<void> {
  await where.locator('pre', { hasText: file }).evaluate((yaml, from) => {
    yaml.textContent = `${yaml.textContent}`.replace(
      from,
      '/etc/kubernetes-ha/kubeconfig-only/reader.kubeconfig',
    );
  }, file);
}
