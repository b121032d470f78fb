/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import { readResult } from 'backstage-plugin-kubernetes-ha-common';
import type {
  ClusterSnapshot,
  Finding,
  MeasurementPoint,
  Page,
  Scorecard,
  SnapshotRef,
} from 'backstage-plugin-kubernetes-ha-common';
import { incidentsOf } from 'backstage-plugin-kubernetes-ha-common';
import type { Knex } from 'knex';
// What was taken over is read as the API reads it.
// eslint-disable-next-line import/no-restricted-paths
import { scoreHistory } from '../assessment/scoreHistory';
import { testDatabases } from '../__testUtils__/databases';
import { createStores } from './createStores';
import type { HistoryPoint } from './HistoryStore';
import { migrationsDirectory } from './migrate';

const databases = testDatabases();
const dumps = join(__dirname, '__fixtures__');
const commits = readdirSync(dumps, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name);

/** What an earlier commit left behind: see __fixtures__/README.md. */
interface Dump {
  migrations: string[];
  rows: Record<string, Record<string, unknown>[]>;
  /** What its API answered, by cluster. */
  answers: Record<
    string,
    {
      scorecard: Scorecard;
      snapshots: Page<SnapshotRef>;
      snapshotBodies: ClusterSnapshot[];
      findings: Page<Finding>;
      history: HistoryPoint[];
      hours: HistoryPoint[];
      measurements: MeasurementPoint[];
      signals: ClusterSnapshot['sections'];
    }
  >;
}

function readDump(commit: string, id: TestDatabaseId): Dump {
  const file = join(dumps, commit, `${id.toLowerCase()}.json.gz`);
  return JSON.parse(
    gunzipSync(readFileSync(file)).toString('utf8'),
    (_, value) =>
      typeof value?.base64 === 'string'
        ? Buffer.from(value.base64, 'base64')
        : value,
  );
}

/** The database as that commit left it: its migrations, and its rows. */
async function restore(knex: Knex, dump: Dump): Promise<void> {
  for (const migration of dump.migrations) {
    const [, [applied]] = await knex.migrate.up({
      directory: migrationsDirectory,
    });
    // Released migrations stay as they are, or Knex refuses the database.
    expect(applied).toContain(migration);
  }
  for (const [table, rows] of Object.entries(dump.rows)) {
    await knex.batchInsert(table, rows, 20);
  }
}

/** What it answered, with the fixes under the name of today: `unblocks` then. */
const withFixes = ({ results, ...card }: Scorecard): Scorecard => ({
  ...card,
  results: results.map(readResult),
});
const withFix = (finding: Finding): Finding => ({
  ...finding,
  result: readResult(finding.result),
});

const from = '2026-01-01T00:00:00.000Z';
const to = '2027-01-01T00:00:00.000Z';
const everything = { state: 'all', offset: 0, limit: 500 } as const;

describe.each(commits)('the database of commit %s', commit => {
  describe.each(databases.eachSupportedId())('on %s', id => {
    it('is taken over without loss', async () => {
      const knex = await databases.init(id);
      const dump = readDump(commit, id);
      await restore(knex, dump);
      await knex.migrate.latest({ directory: migrationsDirectory });
      const stores = createStores(knex);

      expect(Object.keys(dump.answers)).toHaveLength(3);
      for (const [name, answered] of Object.entries(dump.answers)) {
        const { assessments, findings, history, measurements } = stores;
        const { incidents, signals, snapshots } = stores;
        expect(await assessments.scorecard(name)).toEqual(
          withFixes(answered.scorecard),
        );
        expect(await findings.list(name, everything)).toEqual({
          ...answered.findings,
          items: answered.findings.items.map(withFix),
        });
        const refs = await snapshots.list(name, { offset: 0, limit: 500 });
        expect(refs).toEqual(answered.snapshots);
        for (const [index, { hash }] of refs.items.entries()) {
          expect(await snapshots.get(name, hash)).toMatchObject(
            answered.snapshotBodies[index],
          );
        }
        expect(await history.range(name, 'raw', from, to)).toEqual(
          answered.history,
        );
        expect(await history.range(name, 'hour', from, to)).toEqual(
          answered.hours,
        );
        // Findings of before causes were kept are incidents of their own.
        const { spans } = await incidents.spans(name, { from, to });
        expect(
          incidentsOf(spans).flatMap(incident =>
            incident.findings.map(finding => finding.id),
          ),
        ).toEqual(
          expect.arrayContaining(answered.findings.items.map(item => item.id)),
        );
        const shown = await scoreHistory(
          history,
          { name, intervalSeconds: 30 },
          { from, to },
          new Date(to),
        );
        expect(shown.firstAssessedAt).toBe(answered.history[0].at);
        expect(await measurements.range(name, 'raw', from, to)).toEqual(
          answered.measurements,
        );
        const stored = await signals.read(name);
        expect(stored.etcd).toEqual(answered.signals.etcd);
        expect(stored.pods).toEqual(answered.signals.pods);
      }
      const known = dump.rows.cluster.map(({ name, configured }) => [
        name,
        Boolean(configured),
      ]);
      const { items } = await stores.fleet.list({}, 'all', {
        trendFrom: from.slice(0, 10),
        weekAgo: from,
      });
      expect(items.map(({ cluster }) => cluster.facts.name).sort()).toEqual(
        known.flatMap(([name, configured]) => (configured ? name : [])).sort(),
      );
      for (const [name, configured] of known) {
        expect(await stores.clusters.get(String(name))).toMatchObject({
          configured,
        });
      }
    });
  });
});
