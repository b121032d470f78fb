/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type {
  Incident,
  KubernetesHaApi,
} from 'backstage-plugin-kubernetes-ha-common';

/** How long the cluster and the portal may take to show that a member is gone or back, on a machine that is slow. */
const SEEN_MS = 300_000;

const HOUR_MS = 3_600_000;

/** How long a member is down at least. What is told of minutes is tried with 240. */
const OUTAGE_SECONDS = Number(process.env.KUBERNETES_HA_OUTAGE_SECONDS ?? 0);

/** The ranges in which an outage is looked for. */
const ranges = { '24h': 24, '7d': 7 * 24 };

/** The finding that an outage of a member is linked by. */
const LINKED = 'etcd-member-health';

/** Until no incident of a machine is open: what comes later touches none of before. */
export async function untilNoneIsOpen(
  api: KubernetesHaApi,
  cluster: string,
  machine: string,
): Promise<void> {
  await incidentsWhen(api, cluster, {}, items =>
    items.some(item => isOf(item, machine) && !item.endedAt) ? undefined : true,
  );
}

/** The incident of a machine that began after a moment: open, or over. */
export function incidentOf(
  api: KubernetesHaApi,
  cluster: string,
  wanted: { machine: string; since: string; isOver?: boolean },
): Promise<Incident> {
  const { machine, since, isOver = false } = wanted;
  return incidentsWhen(api, cluster, { from: since }, items =>
    items.find(
      item =>
        isOf(item, machine) &&
        item.startedAt >= since &&
        (item.endedAt !== undefined) === isOver,
    ),
  );
}

/** What `found` makes of the incidents. Polls, for the API has no event that tells. */
async function incidentsWhen<T>(
  api: KubernetesHaApi,
  cluster: string,
  range: { from?: string },
  found: (items: readonly Incident[]) => T | undefined,
): Promise<T> {
  const deadline = Date.now() + SEEN_MS;
  for (;;) {
    const { items } = await api.listIncidents(cluster, range);
    const answer = found(items);
    if (answer !== undefined) return answer;
    assert.ok(
      Date.now() < deadline,
      `the incidents of ${cluster} are not as expected within ${
        SEEN_MS / 1000
      } s, but\n${items.map(wordIncident).join('\n')}`,
    );
    await delay(500);
  }
}

function isOf({ machines }: Incident, machine: string): boolean {
  return machines?.names.includes(machine) ?? false;
}

/** Until an incident is as old as an outage is tried with. */
export async function whileItLasts({ startedAt }: Incident): Promise<void> {
  const ends = Date.parse(startedAt) + OUTAGE_SECONDS * 1000;
  await delay(Math.max(0, ends - Date.now()));
}

/** An incident that is over is the same in every range, and the low is as long as it was. */
export async function assertSameInRanges(
  api: KubernetesHaApi,
  cluster: string,
  over: Incident,
): Promise<void> {
  assert.ok(secondsBetween(over.startedAt, over.endedAt) > 0);
  for (const hours of Object.values(ranges)) {
    const from = new Date(Date.now() - hours * HOUR_MS).toISOString();
    const { items } = await api.listIncidents(cluster, { from });
    assert.deepEqual(
      items.find(({ id }) => id === over.id),
      over,
      `in ${hours} h it is another incident`,
    );
    const history = await api.getHistory(cluster, { from });
    const { byGrade, beforeFirst, notAssessed } = history.time;
    const low = byGrade.F ?? 0;
    assert.ok(low > 0, `in ${hours} h the low is not seen`);
    // A portal that was started minutes ago has not been low for hours.
    assert.ok(low < HOUR_MS / 1000, `in ${hours} h it was low for ${low} s`);
    assert.ok(history.steps.some(({ highest }) => (highest ?? 0) > 50));
    const total = secondsBetween(history.from, history.to);
    const known = Object.values(byGrade).reduce((sum, s) => sum + s, 0);
    assert.ok(Math.abs(total - known - beforeFirst - notAssessed) < 1);
  }
}

/** The legends of the charts say since when a machine is down, and show no value of before as one of now. */
export async function assertDownInCharts(
  page: Page,
  machine: string,
): Promise<void> {
  const entry = page
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`${machine} · down since`) });
  await entry.first().waitFor();
  for (const words of await entry.allInnerTexts()) {
    assert.match(words, /down since .*–$/s);
  }
}

/** In every range the page says from when to when, and what a link to the finding has become. */
export async function assertToldAfterwards(
  open: (view: string) => Promise<Page>,
  over: Incident,
): Promise<void> {
  for (const range of Object.keys(ranges)) {
    const page = await open(`?range=${range}&finding=${LINKED}`);
    const row = page
      .getByRole('region', { name: 'Score over time', exact: true })
      .getByRole('row')
      .filter({ has: page.locator(`time[datetime="${over.startedAt}"]`) })
      .filter({ has: page.locator(`time[datetime="${over.endedAt}"]`) });
    await row.first().waitFor();
    assert.equal(await row.count(), 1);
    const notice = page
      .getByRole('status')
      .filter({ hasText: 'What this link leads to is resolved' });
    await notice.waitFor();
    assert.match(await notice.innerText(), /resolved .* ago, after it lasted/s);
    console.log(`${range}: ${(await row.innerText()).replace(/\s+/g, ' ')}`);
    await page.close();
  }
}

function wordIncident({ startedAt, endedAt, findings }: Incident): string {
  const open = findings.filter(({ resolvedAt }) => !resolvedAt);
  return `${startedAt} to ${endedAt ?? 'now'}; open: ${open
    .map(({ checkId }) => checkId)
    .join(', ')}`;
}

function secondsBetween(from: string, to: string | undefined): number {
  return (Date.parse(to ?? '') - Date.parse(from)) / 1000;
}
