/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  Cause,
  Finding,
  UnknownReason,
  Verdict,
} from 'backstage-plugin-kubernetes-ha-common';
import { Joined, joined } from './joined';

/** A row of the findings. */
export type Row = SingleRow | GroupRow;

interface SingleRow {
  kind: 'finding';
  /** Of its check. */
  id: string;
  /** The one. */
  findings: readonly Finding[];
}

/**
 * A row that opens to others.
 * - `cause`: to the findings that follow from it
 * - `reason`: to what is not visible for it
 * - `rest`: to what is less urgent than the rows above
 */
type GroupRow = (
  | { kind: 'cause'; cause: Cause }
  | { kind: 'reason'; reason: UnknownReason }
  | { kind: 'rest' }
) & {
  id: string;
  /** All that stand under it. */
  findings: readonly Finding[];
  rows: readonly Row[];
};

/**
 * Rows of a cluster of which nothing is broken, and those of them that are
 * weak; of more, the rest stands in one. What is broken now always stands for
 * itself. (proposal)
 */
const MOST = { all: 8, weak: 6 };

/** The rows of findings, given with the most urgent first. Each finding is in exactly one. Pure. */
export function rowsOf(
  findings: Readonly<Record<Verdict, readonly Finding[]>>,
  causes?: readonly Cause[],
): Record<Verdict, Row[]> {
  const joinedRows = (verdict: Verdict) =>
    joined(findings[verdict], causes).map(rowOf);
  const weak = folded('weak', joinedRows('weak'), MOST.weak);
  return {
    broken: joinedRows('broken'),
    weak,
    'not-visible': folded(
      'not-visible',
      joinedByReason(joinedRows('not-visible')),
      MOST.all - weak.length,
    ),
  };
}

/** A row and every row under it. Pure. */
export function withNested(row: Row): Row[] {
  return row.kind === 'finding'
    ? [row]
    : [row, ...row.rows.flatMap(withNested)];
}

function rowOf({ cause, results: findings }: Joined<Finding>): Row {
  const rows = findings.map(
    (finding): SingleRow => ({
      kind: 'finding',
      id: finding.checkId,
      findings: [finding],
    }),
  );
  return cause
    ? { kind: 'cause', id: cause.id, cause, findings, rows }
    : rows[0];
}

/** Rows with one reason are one row, where the first of them stood. */
function joinedByReason(rows: readonly Row[]): Row[] {
  // Findings of one cause have the reason of the cause.
  const reasonOf = ({ findings: [{ result }] }: Row) => result.reason;
  return rows.flatMap((row): Row[] => {
    const reason = reasonOf(row);
    const alike = rows.filter(other => reason && reasonOf(other) === reason);
    if (!reason || alike.length === 1) return [row];
    if (row !== alike[0]) return [];
    return [
      {
        kind: 'reason',
        id: `reason:${reason}`,
        reason,
        findings: findingsOf(alike),
        rows: alike,
      },
    ];
  });
}

/** The most urgent rows, and the rest in one where there are more than that. */
function folded(verdict: Verdict, rows: Row[], most: number): Row[] {
  if (rows.length <= most) return rows;
  const rest = rows.slice(most - 1);
  return [
    ...rows.slice(0, most - 1),
    {
      kind: 'rest',
      id: `rest:${verdict}`,
      findings: findingsOf(rest),
      rows: rest,
    },
  ];
}

function findingsOf(rows: readonly Row[]): Finding[] {
  return rows.flatMap(({ findings }) => findings);
}
