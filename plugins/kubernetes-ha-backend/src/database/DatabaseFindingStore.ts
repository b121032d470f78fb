/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  CheckResult,
  Finding,
  layers,
  Page,
  readResult,
  severities,
  StoredResult,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Knex } from 'knex';
import { z } from 'zod/v4';
import type { Verdict, Verdicts } from '../assessment/verdicts';
import type { AssessmentStore } from './AssessmentStore';
import type { FindingQuery, FindingStore } from './FindingStore';
import { FindingRow, findingStatus } from './syncFindings';

const layerSchema = z.enum(layers);
const severitySchema = z.enum(severities);

/** {@link FindingStore} in SQL. */
export class DatabaseFindingStore implements FindingStore {
  readonly #knex: Knex;
  readonly #assessments: Pick<AssessmentStore, 'scorecard' | 'head'>;

  constructor(
    knex: Knex,
    assessments: Pick<AssessmentStore, 'scorecard' | 'head'>,
  ) {
    this.#knex = knex;
    this.#assessments = assessments;
  }

  async list(cluster: string, query: FindingQuery): Promise<Page<Finding>> {
    const matching = this.#knex<FindingRow>('finding').where({ cluster });
    if (query.check) matching.whereIn('check_id', query.check);
    if (query.state === 'open') matching.whereNull('resolved_at');
    if (query.state === 'resolved') matching.whereNotNull('resolved_at');
    const [{ total }] = await matching
      .clone()
      .count<{ total: number | string }[]>({ total: '*' });
    const rows = await matching
      .orderByRaw('case when resolved_at is null then 0 else 1 end')
      .orderBy([
        // Resolved ones: the newest first. Open ones all have null here.
        { column: 'resolved_at', order: 'desc' },
        { column: 'rank' },
        { column: 'first_seen', order: 'desc' },
        { column: 'id' },
      ])
      .offset(query.offset)
      .limit(query.limit);
    // While a finding is open its row is written on change only: what the
    // newest assessment says of it (numbers, evidence) is in the scorecard.
    const isAnyOpen = rows.some(row => row.resolved_at === null);
    const newest = isAnyOpen
      ? await this.#assessments.scorecard(cluster)
      : undefined;
    const verdicts: Verdicts = isAnyOpen
      ? (await this.#assessments.head(cluster)).verdicts
      : {};
    const results = new Map(newest?.results.map(r => [r.checkId, r]) ?? []);
    return {
      items: rows.map(row =>
        findingOf(row, {
          takenAt: newest?.takenAt,
          result: results.get(row.check_id),
          verdict: verdicts[row.check_id],
        }),
      ),
      totalItems: Number(total),
    };
  }
}

/** What the newest assessment says of a check. */
interface Newest {
  takenAt: string | undefined;
  result: CheckResult | undefined;
  verdict: Verdict | undefined;
}

function findingOf(row: FindingRow, newest: Newest): Finding {
  // One assessment that saw something better does not speak for the finding yet.
  const pending = newest.verdict?.pending;
  const isCurrent = row.resolved_at === null && !pending;
  const current = isCurrent ? newest.result : undefined;
  return {
    id: row.id,
    cluster: row.cluster,
    checkId: row.check_id,
    layer: layerSchema.parse(row.layer),
    severity: severitySchema.parse(row.severity),
    // The row says what it counts as; what cannot be seen any more is unknown.
    status: (current && findingStatus(current)) ?? row.status,
    firstSeen: row.first_seen,
    lastSeen: lastSeen(row, newest),
    ...(row.resolved_at && { resolvedAt: row.resolved_at }),
    result:
      current ??
      // Written by syncFindings from a CheckResult.
      readResult(JSON.parse(row.result) as StoredResult),
  };
}

function lastSeen(row: FindingRow, { takenAt, verdict }: Newest): string {
  if (row.resolved_at !== null) return row.last_seen;
  return verdict?.pending?.after ?? takenAt ?? row.last_seen;
}
