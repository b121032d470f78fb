/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  canonicalHash,
  Scorecard,
  SnapshotRef,
  standingStatus,
  visibilityOf,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Knex } from 'knex';
import type {
  AssessmentCommit,
  AssessmentSummary,
} from '../assessment/storedAssessment';
import { GRADE } from '../assessment/verdicts';
import { headlineText, HistoryRow } from './DatabaseHistoryStore';
import type { Packed } from './packing';

/** A row of the table `assessment`. */
export interface AssessmentRow {
  cluster: string;
  version: number;
  taken_at: string;
  /** SHA-256 of the settled values: what versions without `verdicts` compare. */
  digest: string;
  verdicts: string | null;
  subjects_digest: string | null;
  fixes_digest: string | null;
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
  /** Of the headline. Null when everything passes, and in rows of earlier versions. */
  verdict: string | null;
  headline_severity: string | null;
  broken: number | null;
  visibility: number | null;
  summary: string;
  encoding: string;
  scorecard: Buffer;
}

/** The row of an assessment that is the newest of its cluster. */
export function assessmentRow(
  commit: AssessmentCommit,
  card: Packed,
  fixesDigest: string,
): AssessmentRow {
  const { scorecard, basedOn } = commit;
  const count = (status: string) =>
    scorecard.results.filter(result => result.status === status).length;
  return {
    cluster: scorecard.cluster.name,
    version: basedOn + 1,
    taken_at: scorecard.takenAt,
    digest: canonicalHash(settledValues(commit)),
    verdicts: JSON.stringify(commit.settled.verdicts),
    subjects_digest: commit.subjects,
    fixes_digest: fixesDigest,
    snapshot_hash: scorecard.snapshotHash,
    score: scorecard.score,
    grade: scorecard.grade,
    provisional: scorecard.provisional,
    limited_by_layer: scorecard.limitedBy?.layer ?? null,
    open_fail: count('fail'),
    open_warn: count('warn'),
    open_unknown: count('unknown'),
    critical_fail: scorecard.results.some(
      result =>
        standingStatus(result) === 'fail' && result.severity === 'critical',
    ),
    observed_at: commit.observedAt ?? null,
    ...placeOf(commit.summary),
    summary: JSON.stringify(commit.summary),
    encoding: card.encoding,
    scorecard: card.body,
  };
}

/** The point of history that an assessment leaves. */
export function historyRow(scorecard: Scorecard): HistoryRow {
  return {
    cluster: scorecard.cluster.name,
    resolution: 'raw',
    at: scorecard.takenAt,
    score: scorecard.score,
    grade: scorecard.grade,
    provisional: scorecard.provisional,
    limited_by_layer: scorecard.limitedBy?.layer ?? null,
    snapshot_hash: scorecard.snapshotHash,
    held: null,
    headline: headlineOfCard(scorecard),
  };
}

/** What is kept of an assessment that changed something: the scorecard, and the snapshot that it was made from. */
export function changeRows(
  { cluster, takenAt, snapshotHash }: Scorecard,
  cause: SnapshotRef['cause'],
  card: Packed,
  snapshot: Packed,
) {
  const of = { cluster: cluster.name, taken_at: takenAt };
  return {
    scorecard: { ...of, encoding: card.encoding, body: card.body },
    snapshot: {
      ...of,
      hash: snapshotHash,
      cause,
      encoding: snapshot.encoding,
      body: snapshot.body,
    },
  };
}

/** Why an assessment is kept with its snapshot; nothing when it changed neither grade nor finding. */
export function causeOf({
  basedOn,
  settled,
}: AssessmentCommit): SnapshotRef['cause'] | undefined {
  if (basedOn === 0) return 'first';
  if (settled.settled.has(GRADE)) return 'grade-changed';
  return settled.settled.size > 0 ? 'findings-changed' : undefined;
}

function headlineOfCard({ headline }: Scorecard): string | null {
  return headline
    ? headlineText({
        verdict: headline.verdict,
        checkId: headline.checkIds[0],
      })
    : null;
}

/** What the fleet is ordered by, as the summary says it. */
function placeOf({ headline, causes, coverage }: AssessmentSummary) {
  return {
    verdict: headline?.verdict ?? null,
    headline_severity: headline?.severity ?? null,
    broken: causes?.broken ?? null,
    visibility: visibilityOf(coverage) ?? null,
  };
}

function settledValues({ settled }: AssessmentCommit): [string, string][] {
  return Object.entries(settled.verdicts).map(([key, { value }]) => [
    key,
    value,
  ]);
}

/** Stores the layers as they are now. */
export async function storeLayers(
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
