/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { SourceProblem } from 'backstage-plugin-kubernetes-ha-common';
import type { CollectionGroup } from 'backstage-plugin-kubernetes-ha-node';
import type { Knex } from 'knex';
import type { CollectionOutcome } from '../collection/collectionOutcome';
import type { CollectionStore } from './CollectionStore';

/** A row of the table `collection`. */
export interface CollectionRow {
  cluster: string;
  group_name: CollectionGroup;
  started_at: string;
  ended_at: string;
  duration_ms: number;
  interval_seconds: number;
  next_due_at: string;
  sections: number;
  /** Sections in which something answered. */
  told: number;
  silent: number;
  failed: number;
  problems: string;
  epoch: number;
}

/** {@link CollectionStore} in SQL. */
export class DatabaseCollectionStore implements CollectionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get(
    cluster: string,
    group: CollectionGroup,
  ): Promise<CollectionOutcome | undefined> {
    const row = await this.#knex<CollectionRow>('collection')
      .where({ cluster, group_name: group })
      .first();
    return row && outcomeOf(row);
  }

  async put(outcome: CollectionOutcome, epoch: number): Promise<void> {
    const row: CollectionRow = {
      cluster: outcome.cluster,
      group_name: outcome.group,
      started_at: outcome.startedAt,
      ended_at: outcome.endedAt,
      duration_ms: outcome.durationMs,
      interval_seconds: outcome.intervalSeconds,
      next_due_at: outcome.nextDueAt,
      sections: outcome.sections,
      told: outcome.answered,
      silent: outcome.silent,
      failed: outcome.failed,
      problems: JSON.stringify(outcome.problems),
      epoch,
    };
    await this.#knex<CollectionRow>('collection')
      .insert(row)
      .onConflict(['cluster', 'group_name'])
      .merge()
      .where('collection.epoch', '<', epoch);
  }
}

/** A row as an outcome. */
export function outcomeOf(row: CollectionRow): CollectionOutcome {
  return {
    cluster: row.cluster,
    group: row.group_name,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    nextDueAt: row.next_due_at,
    durationMs: row.duration_ms,
    intervalSeconds: row.interval_seconds,
    sections: row.sections,
    answered: row.told,
    silent: row.silent,
    failed: row.failed,
    // Written by put, from values of this type.
    problems: JSON.parse(row.problems) as SourceProblem[],
  };
}
