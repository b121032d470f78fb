/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  KubernetesHaApi,
  layers,
  Scorecard,
  scoreLayer,
} from 'backstage-plugin-kubernetes-ha-common';
import { statement, statements } from './needsTime';
import { scorecardWhen } from './portalClient';
import { reportOf, runCommand } from './scanCommand';

/**
 * Scans a cluster of a portal's configuration while that portal watches it,
 * and holds the two against each other. Answers how long the scan took, in
 * seconds.
 */
export async function assertScanAgrees(
  api: KubernetesHaApi,
  cluster: string,
  configFile: string,
): Promise<number> {
  const run = await runCommand(
    ...['scan', '--config', configFile, '--cluster', cluster],
    ...['--output', 'json'],
  );
  assert.equal(run.code, 0, run.stderr);
  const { scorecard: scanned } = reportOf(run);
  assert.ok(scanned);
  // The portal goes on collecting beside the scan, and on a busy machine a
  // signal may be older than it is allowed to be for a moment.
  const shown = await scorecardWhen(api, cluster, ({ results }) =>
    results.every(({ reason }) => reason !== 'stale'),
  );
  assert.deepEqual(statements(scanned), statements(shown));
  assert.deepEqual(
    sentenceCodes(scanned, shown),
    sentenceCodes(shown, scanned),
  );
  assert.deepEqual(scoresInTime(scanned), scoresInTime(shown));
  assert.equal(scanned.cluster.uid, shown.cluster.uid);
  return run.seconds;
}

/** What each layer scores once what only waits for time has passed: a scan of seconds cannot have two minutes of history. */
function scoresInTime({ results }: Scorecard): Record<string, number | null> {
  const inTime = results.map(result =>
    statement(result) === 'pass'
      ? { ...result, status: 'pass' as const }
      : result,
  );
  return Object.fromEntries(
    layers.map(layer => [layer, scoreLayer(layer, inTime).score]),
  );
}

/** What is said where the seconds between two collections saw too few requests to measure, and what a longer look says instead: both pass. */
const overTime: Readonly<Record<string, string>> = {
  'apiserver-etcd-path.unmeasured': 'apiserver-etcd-path.observed',
};

/** Which sentence each check says, where both say one for the same status; their numbers move on meanwhile. */
function sentenceCodes(card: Scorecard, other: Scorecard) {
  const statusOf = new Map(
    other.results.map(({ checkId, status, reason }) => [
      checkId,
      `${status} ${reason ?? ''}`,
    ]),
  );
  return card.results
    .filter(
      ({ checkId, status, reason }) =>
        statusOf.get(checkId) === `${status} ${reason ?? ''}`,
    )
    .map(({ checkId, observed, required, fix }) => [
      checkId,
      overTime[observed.code] ?? observed.code,
      required?.code,
      fix?.code,
    ]);
}

/** A scorecard as it is stored: the API adds sentences in the language that was asked for. */
function withoutWords(card: Scorecard): Scorecard {
  const stored = JSON.parse(JSON.stringify(card), (key, value) =>
    key === 'text' || key === 'reasonText' ? undefined : value,
  ) as Scorecard;
  return {
    ...stored,
    results: stored.results.map(({ title: _, ...result }) => result),
  };
}

/** The snapshot behind the last change that a portal stored gives, replayed, the scorecard that it stored with it: byte for byte. */
export async function assertReplayAgrees(
  api: KubernetesHaApi,
  cluster: string,
): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kubernetes-ha-replay-'));
  try {
    const {
      items: [newest],
    } = await api.listSnapshots(cluster, { limit: 1 });
    const file = path.join(folder, 'snapshot.json');
    const snapshot = await api.getSnapshot(cluster, newest.hash);
    writeFileSync(file, JSON.stringify(snapshot));
    const run = await runCommand('replay', file, '--output', 'json');
    const shown = await api.getScorecard(cluster, { at: newest.takenAt });
    assert.deepEqual(reportOf(run).scorecard, withoutWords(shown));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
