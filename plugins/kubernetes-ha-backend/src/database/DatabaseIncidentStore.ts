/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  FindingSpan,
  layers,
  severities,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Knex } from 'knex';
import { z } from 'zod/v4';
import type { IncidentStore } from './IncidentStore';
import { causedColumns, causeOfRow } from './keptCause';
import type { FindingRow } from './syncFindings';

/** Findings that are read for one answer. (proposal) */
const MOST_FINDINGS = 500;

const layerSchema = z.enum(layers);
const severitySchema = z.enum(severities);

const columns = [
  ...causedColumns,
  'id',
  'layer',
  'severity',
  'first_seen',
  'resolved_at',
] as const;

/** {@link IncidentStore} in SQL. */
export class DatabaseIncidentStore implements IncidentStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async spans(
    cluster: string,
    { from, to }: { from: string; to: string },
  ): Promise<{ spans: FindingSpan[]; more: boolean }> {
    const rows = await this.#knex<FindingRow>('finding')
      .where({ cluster })
      .where('first_seen', '<=', to)
      .where(row =>
        row.whereNull('resolved_at').orWhere('resolved_at', '>=', from),
      )
      .orderBy([{ column: 'first_seen', order: 'desc' }, { column: 'id' }])
      .limit(MOST_FINDINGS + 1)
      .select(...columns);
    return {
      spans: rows.slice(0, MOST_FINDINGS).map(spanOf),
      more: rows.length > MOST_FINDINGS,
    };
  }
}

function spanOf(row: Pick<FindingRow, (typeof columns)[number]>): FindingSpan {
  return {
    id: row.id,
    checkId: row.check_id,
    layer: layerSchema.parse(row.layer),
    severity: severitySchema.parse(row.severity),
    status: row.status,
    firstSeen: row.first_seen,
    ...(row.resolved_at && { resolvedAt: row.resolved_at }),
    cause: causeOfRow(row),
  };
}
