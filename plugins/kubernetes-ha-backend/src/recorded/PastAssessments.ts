/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  MeasurementPoint,
  Measurements,
  SnapshotRef,
  SomeSections,
} from 'backstage-plugin-kubernetes-ha-common';
import type {
  AssessmentCommit,
  AssessmentHead,
  CommitOutcome,
} from '../assessment/storedAssessment';
import type { AssessmentDeps } from '../assessment/AssessmentService';
import { causeOf, historyRow } from '../database/assessmentRows';
import type { HistoryRow } from '../database/DatabaseHistoryStore';
import { changesToDrop } from '../database/keptChanges';
import { findingChanges, FindingRow } from '../database/syncFindings';

/** An assessment that changed a grade or a finding. */
export interface PastChange {
  commit: AssessmentCommit;
  cause: SnapshotRef['cause'];
}

/** What the assessments of a past leave behind, as rows of a cluster. Oldest first. */
export interface Past {
  /** A point for each assessment. */
  points: readonly HistoryRow[];
  measurements: readonly MeasurementPoint[];
  /** Those that are kept at their age. */
  changes: readonly PastChange[];
  findings: readonly FindingRow[];
  newest: AssessmentCommit;
  /** What was collected last: the present goes on from it. */
  signals: SomeSections;
}

/** Before every change: nothing is dropped for its age alone. */
const NO_LIMIT = '';

/**
 * The assessments of one cluster in memory: what the stores would hold had they
 * been made when they say, by the rules of the stores.
 */
export class PastAssessments {
  readonly #points: HistoryRow[] = [];
  readonly #measurements: MeasurementPoint[] = [];
  readonly #findings = new Map<string, FindingRow>();
  #changes: PastChange[] = [];
  #newest: AssessmentCommit | undefined;
  #version = 0;

  /** What an AssessmentService writes to. */
  get stores(): Pick<AssessmentDeps, 'assessments' | 'measurements'> {
    return {
      assessments: {
        head: async () => this.#head(),
        commit: async commit => this.#commit(commit),
      },
      measurements: {
        add: async (_cluster, at, values) => this.#measure(at, values),
      },
    };
  }

  /** Everything, as it is kept at `now`; nothing where nothing was assessed. */
  end(now: Date, signals: SomeSections): Past | undefined {
    if (!this.#newest) return undefined;
    const dropped = new Set(
      changesToDrop(
        this.#changes.map(({ commit }) => commit.scorecard.takenAt),
        now,
        NO_LIMIT,
      ),
    );
    return {
      points: this.#points,
      measurements: this.#measurements,
      changes: this.#changes.filter(
        ({ commit }) => !dropped.has(commit.scorecard.takenAt),
      ),
      findings: [...this.#findings.values()],
      newest: this.#newest,
      signals,
    };
  }

  #head(): AssessmentHead {
    return {
      version: this.#version,
      ...(this.#newest && { takenAt: this.#newest.scorecard.takenAt }),
      verdicts: this.#newest?.settled.verdicts ?? {},
    };
  }

  #commit(commit: AssessmentCommit): CommitOutcome {
    const { scorecard } = commit;
    const cause = causeOf(commit);
    this.#points.push(historyRow(scorecard));
    if (cause || this.#newest?.subjects !== commit.subjects) {
      this.#findingsOf(commit);
    }
    if (cause) this.#changes.push({ commit, cause });
    this.#newest = commit;
    this.#version += 1;
    return cause ? { outcome: 'changed', cause } : { outcome: 'unchanged' };
  }

  #findingsOf({ scorecard, settled }: AssessmentCommit): void {
    const open = [...this.#findings.values()].filter(
      row => row.resolved_at === null,
    );
    const { rows, ended } = findingChanges(open, scorecard, settled);
    for (const row of rows) this.#findings.set(row.id, row);
    for (const { id, ...end } of ended) {
      const row = this.#findings.get(id);
      if (row) this.#findings.set(id, { ...row, ...end });
    }
  }

  #measure(at: string, values: Measurements): void {
    const minute = `${at.slice(0, 16)}:00.000Z`;
    // One a minute, the first of it, as the store keeps them.
    if (this.#measurements.at(-1)?.at === minute) return;
    this.#measurements.push({ at: minute, values });
  }
}
