/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  CheckResult,
  Finding,
  Scorecard,
  severities,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Knex } from 'knex';
import { Settled, valueOf } from '../assessment/verdicts';

/** A row of the table `finding`. */
export interface FindingRow {
  id: string;
  cluster: string;
  check_id: string;
  layer: string;
  severity: string;
  rank: number;
  status: Finding['status'];
  first_seen: string;
  last_seen: string;
  resolved_at: string | null;
  result: string;
}

const findingStatuses = ['fail', 'warn', 'unknown'] as const;

/** The status of a result as that of a finding; nothing for a pass or what does not apply. */
export function findingStatus(
  result: CheckResult,
): Finding['status'] | undefined {
  return findingStatuses.find(status => status === result.status);
}

/** Order of findings: severity first, then failing before warning before unknown. Lower is worse. */
export function findingRank(
  severity: CheckResult['severity'],
  status: Finding['status'],
): number {
  return severities.indexOf(severity) * 10 + findingStatuses.indexOf(status);
}

/**
 * Brings the findings of a cluster in line with what is settled: begins,
 * updates and resolves. A check that fails after having warned is the same
 * finding: it has not passed in between. While a check waits to be confirmed,
 * its finding stays as it is.
 */
export async function syncFindings(
  tx: Knex.Transaction,
  scorecard: Scorecard,
  { verdicts, settled }: Settled,
): Promise<void> {
  const cluster = scorecard.cluster.name;
  const open = await tx<FindingRow>('finding')
    .where({ cluster })
    .whereNull('resolved_at')
    .select('id', 'check_id', 'first_seen');
  const openByCheck = new Map(open.map(row => [row.check_id, row]));

  const rows: FindingRow[] = [];
  for (const result of scorecard.results) {
    const { checkId } = result;
    const known = openByCheck.get(checkId);
    if (verdicts[checkId]?.value !== valueOf(result)) {
      openByCheck.delete(checkId);
      continue;
    }
    const status = findingStatus(result);
    if (!status) continue;
    openByCheck.delete(checkId);
    const firstSeen =
      known?.first_seen ?? settled.get(checkId)?.since ?? scorecard.takenAt;
    rows.push({
      id: known?.id ?? `${cluster}/${checkId}/${firstSeen}`,
      cluster,
      check_id: checkId,
      layer: result.layer,
      severity: result.severity,
      rank: findingRank(result.severity, status),
      status,
      first_seen: firstSeen,
      last_seen: scorecard.takenAt,
      resolved_at: null,
      result: JSON.stringify(result),
    });
  }
  if (rows.length > 0) {
    await tx<FindingRow>('finding').insert(rows).onConflict('id').merge();
  }
  for (const { id, check_id: checkId } of openByCheck.values()) {
    const settlement = settled.get(checkId);
    await tx<FindingRow>('finding')
      .where({ id })
      .update({
        resolved_at: settlement?.since ?? scorecard.takenAt,
        // The assessment that still saw it.
        ...(settlement?.after && { last_seen: settlement.after }),
      });
  }
}
