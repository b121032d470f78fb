/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  Scorecard,
  SnapshotRef,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Knex } from 'knex';
import { readResult } from 'backstage-plugin-kubernetes-ha-common';
import type {
  AssessmentCommit,
  AssessmentHead,
  CommitOutcome,
} from '../assessment/storedAssessment';
import { settledAs, valuesOf, Verdicts } from '../assessment/verdicts';
import type { AssessmentStore } from './AssessmentStore';
import {
  AssessmentRow,
  assessmentRow,
  causeOf,
  changeRows,
  historyRow,
  storeLayers,
} from './assessmentRows';
import type { ClusterRow } from './DatabaseClusterStore';
import { fixRows, storeFixes } from './storeFixes';
import { syncFindings } from './syncFindings';
import { pack, Packed, unpack } from './packing';
import { packSnapshot } from './snapshotPacking';
import { transaction } from './transaction';

/** {@link AssessmentStore} in SQL. */
export class DatabaseAssessmentStore implements AssessmentStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async head(cluster: string): Promise<AssessmentHead> {
    const row = await this.#knex<AssessmentRow>('assessment')
      .where({ cluster })
      .first('version', 'taken_at', 'verdicts');
    if (!row) return { version: 0, verdicts: {} };
    return {
      version: row.version,
      takenAt: row.taken_at,
      verdicts: await this.#verdicts(cluster, row.verdicts),
    };
  }

  /** Of a row that a version without them wrote: as its scorecard says. */
  async #verdicts(cluster: string, stored: string | null): Promise<Verdicts> {
    // Written by commit, from a value of this type.
    if (stored !== null) return JSON.parse(stored) as Verdicts;
    const scorecard = await this.scorecard(cluster);
    return scorecard ? settledAs(valuesOf(scorecard)) : {};
  }

  async commit(commit: AssessmentCommit): Promise<CommitOutcome> {
    const { scorecard } = commit;
    const cluster = scorecard.cluster.name;
    // Packed before the transaction: a large snapshot must not hold a row lock.
    const card = await pack(scorecard);
    const stored = await this.#knex<AssessmentRow>('assessment')
      .where({ cluster })
      .first('version', 'subjects_digest', 'fixes_digest');
    if ((stored?.version ?? 0) !== commit.basedOn)
      return { outcome: 'abandoned' };
    const cause = causeOf(commit);
    const snapshot = cause && (await packSnapshot(commit.snapshot));
    const fixes = fixRows(scorecard);

    return transaction(this.#knex, async tx => {
      if (!(await claim(tx, commit, card, fixes.digest)))
        return { outcome: 'abandoned' };
      await tx('history')
        .insert(historyRow(scorecard))
        .onConflict(['cluster', 'resolution', 'at'])
        .merge();
      if (commit.settled.moved) await storeLayers(tx, scorecard);
      if (stored?.fixes_digest !== fixes.digest) {
        await storeFixes(tx, cluster, fixes.rows);
      }
      if (cause || stored?.subjects_digest !== commit.subjects) {
        await syncFindings(tx, scorecard, commit.settled);
      }
      if (!cause || !snapshot) return { outcome: 'unchanged' };
      await storeChange(tx, commit, cause, card, snapshot);
      return { outcome: 'changed', cause };
    });
  }

  async scorecard(
    cluster: string,
    at?: string,
  ): Promise<Scorecard | undefined> {
    const newest = await this.#knex<AssessmentRow>('assessment')
      .where({ cluster })
      .first('taken_at', 'encoding', 'scorecard');
    if (!newest) return undefined;
    if (at === undefined || newest.taken_at <= at) {
      return read({ encoding: newest.encoding, body: newest.scorecard });
    }
    const inForce = await this.#knex('scorecard')
      .where({ cluster })
      .where('taken_at', '<=', at)
      .orderBy('taken_at', 'desc')
      .first('encoding', 'body');
    return inForce && read(inForce);
  }

  async overdue(now: Date, intervals: number): Promise<string[]> {
    const rows = await this.#knex<ClusterRow>('cluster')
      .innerJoin('assessment', 'assessment.cluster', 'cluster.name')
      .where('cluster.configured', true)
      .select<
        { name: string; taken_at: string; control_plane_seconds: number }[]
      >('cluster.name', 'assessment.taken_at', 'cluster.control_plane_seconds');
    return rows
      .filter(row => {
        const ageSeconds = (now.getTime() - Date.parse(row.taken_at)) / 1000;
        // As far in the future: another replica's clock was ahead; that assessment is none of now.
        return Math.abs(ageSeconds) > intervals * row.control_plane_seconds;
      })
      .map(row => row.name);
  }
}

/** Reads a packed scorecard; this plugin wrote it. */
async function read(packed: {
  encoding: string;
  body: Buffer;
}): Promise<Scorecard> {
  // Written by commit, from a Scorecard.
  const scorecard = (await unpack(packed)) as Scorecard;
  return { ...scorecard, results: scorecard.results.map(readResult) };
}

/** Takes the next version of the row. False when another replica took it first. */
async function claim(
  tx: Knex.Transaction,
  commit: AssessmentCommit,
  card: Packed,
  fixesDigest: string,
): Promise<boolean> {
  const { basedOn } = commit;
  const row = assessmentRow(commit, card, fixesDigest);
  if (basedOn > 0) {
    const updated = await tx<AssessmentRow>('assessment')
      .where({ cluster: row.cluster, version: basedOn })
      .update(row);
    return updated === 1;
  }
  const inserted = await tx<AssessmentRow>('assessment')
    .insert(row)
    .onConflict('cluster')
    .ignore()
    .returning('cluster');
  return inserted.length === 1;
}

async function storeChange(
  tx: Knex.Transaction,
  commit: AssessmentCommit,
  cause: SnapshotRef['cause'],
  card: Packed,
  snapshot: Packed,
): Promise<void> {
  const rows = changeRows(commit.scorecard, cause, card, snapshot);
  await tx('scorecard')
    .insert(rows.scorecard)
    .onConflict(['cluster', 'taken_at'])
    .merge();
  await tx('snapshot')
    .insert(rows.snapshot)
    .onConflict(['cluster', 'hash'])
    .ignore();
}
