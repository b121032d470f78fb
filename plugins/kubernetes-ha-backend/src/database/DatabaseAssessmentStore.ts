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
import { canonicalHash } from 'backstage-plugin-kubernetes-ha-common';
import type {
  AssessmentCommit,
  AssessmentHead,
  CommitOutcome,
} from '../assessment/storedAssessment';
import { GRADE, settledAs, valuesOf, Verdicts } from '../assessment/verdicts';
import type { AssessmentStore } from './AssessmentStore';
import type { ClusterRow } from './DatabaseClusterStore';
import { syncFindings } from './syncFindings';
import { pack, Packed, unpack } from './packing';
import { packSnapshot } from './snapshotPacking';
import { transaction } from './transaction';

/** A row of the table `assessment`. */
export interface AssessmentRow {
  cluster: string;
  version: number;
  taken_at: string;
  /** SHA-256 of the settled values: what versions without `verdicts` compare. */
  digest: string;
  verdicts: string | null;
  subjects_digest: string | null;
  snapshot_hash: string;
  score: number | null;
  grade: string | null;
  provisional: boolean | number;
  limited_by_layer: string | null;
  open_fail: number;
  open_warn: number;
  open_unknown: number;
  critical_fail: boolean | number;
  observed_at: string | null;
  summary: string;
  encoding: string;
  scorecard: Buffer;
}

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
      .first('version', 'subjects_digest');
    if ((stored?.version ?? 0) !== commit.basedOn)
      return { outcome: 'abandoned' };
    const cause = causeOf(commit);
    const snapshot = cause && (await packSnapshot(commit.snapshot));

    return transaction(this.#knex, async tx => {
      if (!(await claim(tx, commit, card))) return { outcome: 'abandoned' };
      await tx('history')
        .insert({
          cluster,
          resolution: 'raw',
          at: scorecard.takenAt,
          score: scorecard.score,
          grade: scorecard.grade,
          provisional: scorecard.provisional,
          limited_by_layer: scorecard.limitedBy?.layer ?? null,
          snapshot_hash: scorecard.snapshotHash,
        })
        .onConflict(['cluster', 'resolution', 'at'])
        .merge();
      if (commit.settled.moved) await storeLayers(tx, scorecard);
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
  return (await unpack(packed)) as Scorecard;
}

function causeOf({
  basedOn,
  settled,
}: AssessmentCommit): SnapshotRef['cause'] | undefined {
  if (basedOn === 0) return 'first';
  if (settled.settled.has(GRADE)) return 'grade-changed';
  return settled.settled.size > 0 ? 'findings-changed' : undefined;
}

/** Takes the next version of the row. False when another replica took it first. */
async function claim(
  tx: Knex.Transaction,
  commit: AssessmentCommit,
  card: Packed,
): Promise<boolean> {
  const { scorecard, basedOn } = commit;
  const count = (status: string) =>
    scorecard.results.filter(result => result.status === status).length;
  const row: AssessmentRow = {
    cluster: scorecard.cluster.name,
    version: basedOn + 1,
    taken_at: scorecard.takenAt,
    digest: canonicalHash(settledValues(commit)),
    verdicts: JSON.stringify(commit.settled.verdicts),
    subjects_digest: commit.subjects,
    snapshot_hash: scorecard.snapshotHash,
    score: scorecard.score,
    grade: scorecard.grade,
    provisional: scorecard.provisional,
    limited_by_layer: scorecard.limitedBy?.layer ?? null,
    open_fail: count('fail'),
    open_warn: count('warn'),
    open_unknown: count('unknown'),
    critical_fail: scorecard.results.some(
      ({ status, severity }) => status === 'fail' && severity === 'critical',
    ),
    observed_at: commit.observedAt ?? null,
    summary: JSON.stringify(commit.summary),
    encoding: card.encoding,
    scorecard: card.body,
  };
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

function settledValues({ settled }: AssessmentCommit): [string, string][] {
  return Object.entries(settled.verdicts).map(([key, { value }]) => [
    key,
    value,
  ]);
}

async function storeLayers(
  tx: Knex.Transaction,
  { cluster, layers }: Scorecard,
): Promise<void> {
  await tx('layer_state')
    .insert(
      layers.map(({ layer, status, score, provisional }) => ({
        cluster: cluster.name,
        layer,
        status,
        score,
        provisional,
      })),
    )
    .onConflict(['cluster', 'layer'])
    .merge();
}

async function storeChange(
  tx: Knex.Transaction,
  commit: AssessmentCommit,
  cause: SnapshotRef['cause'],
  card: Packed,
  snapshot: Packed,
): Promise<void> {
  const { scorecard } = commit;
  const cluster = scorecard.cluster.name;
  await tx('scorecard')
    .insert({
      cluster,
      taken_at: scorecard.takenAt,
      encoding: card.encoding,
      body: card.body,
    })
    .onConflict(['cluster', 'taken_at'])
    .merge();
  await tx('snapshot')
    .insert({
      cluster,
      hash: scorecard.snapshotHash,
      taken_at: scorecard.takenAt,
      cause,
      encoding: snapshot.encoding,
      body: snapshot.body,
    })
    .onConflict(['cluster', 'hash'])
    .ignore();
}
