/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import type {
  Incident,
  KubernetesHaApi,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Lab } from '../src';

/** How long the portal may take to see a member go or come back: some collections, each of which waits for what does not answer. */
const SEEN_MS = 180_000;

const HOUR_MS = 3_600_000;

/** Stops a member of etcd until that is seen and starts it again; then the portal says from when to when, whatever range is asked for. */
export async function assertIncidentShown(
  api: KubernetesHaApi,
  cluster: string,
  lab: Lab,
): Promise<void> {
  const machine = 'cp-b';
  const since = new Date().toISOString();
  await lab.fault('stop-etcd', { machine });
  try {
    const open = await incidentOf(api, cluster, { machine, since });
    assert.equal(open.verdict, 'broken');
  } finally {
    await lab.heal();
  }
  const over = await incidentOf(api, cluster, { machine, since, isOver: true });
  const lasted = secondsBetween(over.startedAt, over.endedAt);
  assert.ok(lasted > 0);

  for (const hours of [24, 7 * 24]) {
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

/** The incident of a machine that is open, or was over after a moment; what touches an earlier one is part of that. Polls, for the API has no event that tells, until there is one. */
async function incidentOf(
  api: KubernetesHaApi,
  cluster: string,
  wanted: { machine: string; since: string; isOver?: boolean },
): Promise<Incident> {
  const { machine, since, isOver = false } = wanted;
  const deadline = Date.now() + SEEN_MS;
  for (;;) {
    const { items } = await api.listIncidents(cluster, { from: since });
    const found = items.find(
      ({ machines, endedAt }) =>
        machines?.names.includes(machine) &&
        (endedAt === undefined ? !isOver : isOver && endedAt >= since),
    );
    if (found) return found;
    assert.ok(
      Date.now() < deadline,
      `no such incident within three minutes, but\n${items
        .map(wordIncident)
        .join('\n')}`,
    );
    await delay(500);
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
