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
  severities,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Knex } from 'knex';
import { z } from 'zod/v4';
import type { AssessmentStore } from './AssessmentStore';
import type { FindingQuery, FindingStore } from './FindingStore';
import type { FindingRow } from './syncFindings';

const layerSchema = z.enum(layers);
const severitySchema = z.enum(severities);

/** {@link FindingStore} in SQL. */
export class DatabaseFindingStore implements FindingStore {
  readonly #knex: Knex;
  readonly #assessments: Pick<AssessmentStore, 'scorecard'>;

  constructor(knex: Knex, assessments: Pick<AssessmentStore, 'scorecard'>) {
    this.#knex = knex;
    this.#assessments = assessments;
  }

  async list(cluster: string, query: FindingQuery): Promise<Page<Finding>> {
    const matching = this.#knex<FindingRow>('finding').where({ cluster });
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
    const newest = rows.some(row => row.resolved_at === null)
      ? await this.#assessments.scorecard(cluster)
      : undefined;
    const results = new Map(newest?.results.map(r => [r.checkId, r]) ?? []);
    return {
      items: rows.map(row =>
        findingOf(row, newest?.takenAt, results.get(row.check_id)),
      ),
      totalItems: Number(total),
    };
  }
}

function findingOf(
  row: FindingRow,
  newestTakenAt: string | undefined,
  newest: CheckResult | undefined,
): Finding {
  const open = row.resolved_at === null;
  return {
    id: row.id,
    cluster: row.cluster,
    checkId: row.check_id,
    layer: layerSchema.parse(row.layer),
    severity: severitySchema.parse(row.severity),
    status: row.status,
    firstSeen: row.first_seen,
    lastSeen: open && newestTakenAt ? newestTakenAt : row.last_seen,
    ...(row.resolved_at && { resolvedAt: row.resolved_at }),
    // Written by syncFindings from a CheckResult.
    result: open && newest ? newest : (JSON.parse(row.result) as CheckResult),
  };
}
