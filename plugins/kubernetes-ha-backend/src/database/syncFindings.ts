/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  CauseSummary,
  CheckResult,
  Finding,
  Scorecard,
  severities,
  standingStatus,
  summariseCause,
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
  cause_id: string | null;
  cause: string | null;
}

const NOT_VISIBLE: CauseSummary['verdict'] = 'not-visible';

const findingStatuses = ['fail', 'warn', 'unknown'] as const;

/** The status of a result as that of a finding; nothing for a pass or what does not apply. */
export function findingStatus(
  result: CheckResult,
): Finding['status'] | undefined {
  return findingStatuses.find(status => status === result.status);
}

/** Order of findings: severity first, then failing before warning before unknown, each as it was last seen. Lower is worse. */
export function findingRank(
  result: Pick<CheckResult, 'severity' | 'status' | 'lastSeen'>,
): number {
  const standing = findingStatuses.findIndex(
    status => status === standingStatus(result),
  );
  return severities.indexOf(result.severity) * 10 + standing;
}

/** What of an open finding decides how it goes on. */
export type OpenFinding = Pick<
  FindingRow,
  'id' | 'check_id' | 'first_seen' | 'cause_id' | 'cause'
>;

/** How findings change with an assessment. */
export interface FindingChanges {
  /** Begun or updated: whole rows, by id. */
  rows: FindingRow[];
  ended: (Pick<FindingRow, 'id' | 'resolved_at'> & {
    /** The assessment that still saw it. */
    last_seen?: string;
  })[];
}

/**
 * What brings the open findings of a cluster in line with what is settled:
 * begins, updates and resolves. A check that fails after having warned is the
 * same finding: it has not passed in between. While what is better waits to be
 * confirmed, a finding stays as it is. Pure.
 */
export function findingChanges(
  open: readonly OpenFinding[],
  scorecard: Scorecard,
  { verdicts, settled }: Settled,
): FindingChanges {
  const cluster = scorecard.cluster.name;
  const openByCheck = new Map(open.map(row => [row.check_id, row]));
  const causeOf = causesByCheck(scorecard);

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
      id: known?.id ?? findingId(cluster, checkId, firstSeen),
      cluster,
      check_id: checkId,
      layer: result.layer,
      severity: result.severity,
      rank: findingRank(result),
      status,
      first_seen: firstSeen,
      last_seen: scorecard.takenAt,
      resolved_at: null,
      result: JSON.stringify(result),
      ...keptCause(causeOf.get(checkId), known),
    });
  }
  const ended = [...openByCheck.values()].map(({ id, check_id: checkId }) => {
    const settlement = settled.get(checkId);
    return {
      id,
      resolved_at: settlement?.since ?? scorecard.takenAt,
      ...(settlement?.after && { last_seen: settlement.after }),
    };
  });
  return { rows, ended };
}

/** The name of a finding: it stays when the finding is updated. */
export function findingId(
  cluster: string,
  checkId: string,
  firstSeen: string,
): string {
  return `${cluster}/${checkId}/${firstSeen}`;
}

/** Stores {@link findingChanges}. */
export async function syncFindings(
  tx: Knex.Transaction,
  scorecard: Scorecard,
  settled: Settled,
): Promise<void> {
  const open = await tx<FindingRow>('finding')
    .where({ cluster: scorecard.cluster.name })
    .whereNull('resolved_at')
    .select('id', 'check_id', 'first_seen', 'cause_id', 'cause');
  const { rows, ended } = findingChanges(open, scorecard, settled);
  if (rows.length > 0) {
    await tx<FindingRow>('finding').insert(rows).onConflict('id').merge();
  }
  for (const { id, ...end } of ended) {
    await tx<FindingRow>('finding').where({ id }).update(end);
  }
}

function causesByCheck({
  causes = [],
}: Scorecard): ReadonlyMap<string, CauseSummary> {
  return new Map(
    causes.flatMap(cause => {
      const summary = summariseCause(cause);
      return cause.checkIds.map(checkId => [checkId, summary] as const);
    }),
  );
}

/** What went down and then could not be seen went down: silence takes no machine out of a cause. */
function keptCause(
  now: CauseSummary | undefined,
  known: Pick<FindingRow, 'cause_id' | 'cause'> | undefined,
): Pick<FindingRow, 'cause_id' | 'cause'> {
  const isUnseen = !now || now.verdict === NOT_VISIBLE;
  if (known?.cause && isUnseen && wasSeen(known.cause)) {
    return { cause_id: known.cause_id, cause: known.cause };
  }
  return now
    ? { cause_id: now.id, cause: JSON.stringify(now) }
    : { cause_id: null, cause: null };
}

/** A source that could not be read then may be another now, or have another reason. */
function wasSeen(cause: string): boolean {
  return (JSON.parse(cause) as CauseSummary).verdict !== NOT_VISIBLE;
}
