/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  CauseSummary,
  checks,
  Finding,
  Verdict,
  verdictOf,
} from 'backstage-plugin-kubernetes-ha-common';
import type { FindingRow } from './syncFindings';

/** What is read of a finding to know its cause. */
export type CausedRow = Pick<FindingRow, 'check_id' | 'status' | 'cause'>;

/** Columns of {@link CausedRow}. */
export const causedColumns = ['check_id', 'status', 'cause'] as const;

/** The cause of a stored finding; one that a version without causes wrote is one of its own. */
export function causeOfRow(row: CausedRow): CauseSummary {
  // Written by syncFindings, from a value of this type.
  if (row.cause) return JSON.parse(row.cause) as CauseSummary;
  return {
    id: `check:${row.check_id}`,
    kind: 'check',
    verdict: verdictOfRow(row.check_id, row.status),
    checkId: row.check_id,
  };
}

/** A check that no longer exists is taken for one of the design: nothing says that something is down. */
function verdictOfRow(checkId: string, status: Finding['status']): Verdict {
  const kind = checks.find(({ id }) => id === checkId)?.kind ?? 'design';
  return verdictOf(kind, { status }) ?? 'weak';
}
