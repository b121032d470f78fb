/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterFacts,
  hashSnapshot,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Knex } from 'knex';
import type { AssessmentCommit } from '../assessment/storedAssessment';
import {
  AssessmentRow,
  assessmentRow,
  changeRows,
  storeLayers,
} from './assessmentRows';
import { pack } from './packing';
import type { PastStore, StoredPast } from './PastStore';
import { packSnapshot } from './snapshotPacking';
import { fixRows, storeFixes } from './storeFixes';
import { findingId } from './syncFindings';
import { transaction } from './transaction';

/** Rows in one statement: 13 columns of a finding stay below the 999 parameters that an older SQLite takes. */
const ROWS_AT_ONCE = 70;

/** {@link PastStore} in SQL. */
export class DatabasePastStore implements PastStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async store(cluster: ClusterFacts, past: StoredPast): Promise<boolean> {
    const { name } = cluster;
    // Packed before the transaction, which holds the only connection of SQLite.
    const newest = ofCluster(past.newest, cluster);
    const card = await pack(newest.scorecard);
    const fixes = fixRows(newest.scorecard);
    const scorecards: object[] = [];
    const snapshots: object[] = [];
    for (const { commit, cause } of past.changes) {
      const { scorecard, snapshot } = ofCluster(commit, cluster);
      const rows = changeRows(
        scorecard,
        cause,
        await pack(scorecard),
        await packSnapshot(snapshot),
      );
      scorecards.push(rows.scorecard);
      snapshots.push(rows.snapshot);
    }
    return transaction(this.#knex, async tx => {
      const claimed = await tx<AssessmentRow>('assessment')
        .insert(assessmentRow({ ...newest, basedOn: 0 }, card, fixes.digest))
        .onConflict('cluster')
        .ignore()
        .returning('cluster');
      if (claimed.length === 0) return false;
      await storeLayers(tx, newest.scorecard);
      await storeFixes(tx, name, fixes.rows);
      await insert(tx, 'history', ofName(name, past.history));
      await insert(tx, 'measurement', ofName(name, past.measurements));
      await insert(
        tx,
        'finding',
        past.findings.map(row => ({
          ...row,
          cluster: name,
          id: findingId(name, row.check_id, row.first_seen),
        })),
      );
      await insert(tx, 'scorecard', scorecards);
      await insert(tx, 'snapshot', snapshots);
      return true;
    });
  }
}

/** An assessment as that of another cluster which plays the same recording: what it says of itself, and so its hash. */
function ofCluster(
  commit: AssessmentCommit,
  facts: ClusterFacts,
): AssessmentCommit {
  const { platformMarks } = commit.snapshot.cluster;
  const cluster = { ...facts, ...(platformMarks && { platformMarks }) };
  const snapshot = { ...commit.snapshot, cluster };
  // The hashes of its sections are remembered from when it was assessed.
  const snapshotHash = hashSnapshot(snapshot);
  const scorecard = { ...commit.scorecard, cluster, snapshotHash };
  return { ...commit, snapshot, scorecard };
}

function ofName(cluster: string, rows: readonly object[]): object[] {
  return rows.map(row => ({ ...row, cluster }));
}

async function insert(
  tx: Knex.Transaction,
  table: string,
  rows: readonly object[],
): Promise<void> {
  for (let first = 0; first < rows.length; first += ROWS_AT_ONCE) {
    await tx(table).insert(rows.slice(first, first + ROWS_AT_ONCE));
  }
}
