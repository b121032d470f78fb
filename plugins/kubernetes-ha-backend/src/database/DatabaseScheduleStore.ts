/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { randomUUID } from 'node:crypto';
import type { CollectionGroup } from 'backstage-plugin-kubernetes-ha-node';
import type { Knex } from 'knex';
import type {
  Claim,
  ScheduledCollection,
  ScheduleStore,
} from './ScheduleStore';
import { transaction } from './transaction';

/** A row of the table `collection_schedule`. */
interface ScheduleRow {
  cluster: string;
  group_name: CollectionGroup;
  due_at: string;
  claim: string | null;
  claimed_until: string | null;
}

/** Rows in one statement: five values each, and SQLite takes 32,766. (proposal) */
const ROWS_AT_ONCE = 500;

/** Twice the longest interval that configuration allows. What is due or claimed for later was written by a clock that has jumped back since. */
const LATEST_SECONDS = 2 * 3_600;

/** {@link ScheduleStore} in SQL. */
export class DatabaseScheduleStore implements ScheduleStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async schedule(collections: readonly ScheduledCollection[]): Promise<void> {
    const now = await this.#now();
    const byInterval = new Map<number, ScheduledCollection[]>();
    for (const collection of collections) {
      const { intervalSeconds } = collection;
      const held = byInterval.get(intervalSeconds) ?? [];
      held.push(collection);
      byInterval.set(intervalSeconds, held);
    }
    for (const [seconds, held] of byInterval) {
      for (let first = 0; first < held.length; first += ROWS_AT_ONCE) {
        const some = held.slice(first, first + ROWS_AT_ONCE);
        await this.#scheduleSome(some, seconds, now);
      }
    }
  }

  async #scheduleSome(
    collections: readonly ScheduledCollection[],
    intervalSeconds: number,
    now: number,
  ): Promise<void> {
    const rows = collections.map(({ cluster, group, beginsInMs }) => ({
      cluster,
      group_name: group,
      due_at: text(now + beginsInMs),
      claim: null,
      claimed_until: null,
    }));
    const intervalMs = intervalSeconds * 1000;
    await this.#knex<ScheduleRow>('collection_schedule')
      .insert(rows)
      .onConflict(['cluster', 'group_name'])
      .merge(['due_at'])
      // Overdue by an interval: nobody has kept it going. Later than an interval: it was longer before.
      .where(due =>
        due
          .where('collection_schedule.due_at', '<', text(now - intervalMs))
          .orWhere('collection_schedule.due_at', '>', text(now + intervalMs)),
      );
  }

  async claim(
    group: CollectionGroup,
    options: {
      most: number;
      isOurs: (cluster: string) => boolean;
      holdSeconds: number;
    },
  ): Promise<Claim[]> {
    if (options.most === 0) return [];
    const now = await this.#now();
    const due = await this.#knex<ScheduleRow>('collection_schedule')
      .where(isFree(group, now))
      // What is scheduled of a removed cluster waits, due, for its return or its end.
      .whereIn(
        'cluster',
        this.#knex('cluster').where({ configured: true }).select('name'),
      )
      .orderBy('due_at')
      .select('cluster');
    const clusters = due
      .map(({ cluster }) => cluster)
      .filter(options.isOurs)
      .slice(0, options.most);
    if (clusters.length === 0) return [];
    const id = randomUUID();
    // Another replica may have been faster with some of them: asked again, row by row.
    const rows = await transaction(this.#knex, tx =>
      tx<ScheduleRow>('collection_schedule')
        .where(isFree(group, now))
        .whereIn('cluster', clusters)
        .update({
          claim: id,
          claimed_until: text(now + options.holdSeconds * 1000),
        })
        .returning(['cluster', 'due_at']),
    );
    return rows.map(({ cluster, due_at: dueAt }) => ({
      cluster,
      group,
      dueAt,
      id,
    }));
  }

  async release(
    { cluster, group, dueAt, id }: Claim,
    nextSeconds?: number,
  ): Promise<void> {
    const next =
      nextSeconds === undefined
        ? dueAt
        : nextDue(dueAt, nextSeconds, await this.#now());
    await this.#knex<ScheduleRow>('collection_schedule')
      .where({ cluster, group_name: group, claim: id })
      .update({ due_at: next, claim: null, claimed_until: null });
  }

  /** Milliseconds since 1970 by the clock that all replicas share. SQLite has that of this process. */
  async #now(): Promise<number> {
    if (this.#knex.client.config.client !== 'pg') return Date.now();
    const { rows } = await this.#knex.raw<{ rows: { ms: string }[] }>(
      'select (extract(epoch from clock_timestamp()) * 1000)::bigint as ms',
    );
    return Number(rows[0].ms);
  }
}

/** Due, and nobody's. */
function isFree(group: CollectionGroup, now: number) {
  const latest = text(now + LATEST_SECONDS * 1000);
  return (query: Knex.QueryBuilder) =>
    query
      .where({ group_name: group })
      .where(due =>
        due.where('due_at', '<=', text(now)).orWhere('due_at', '>', latest),
      )
      .where(claim =>
        claim
          .whereNull('claimed_until')
          .orWhere('claimed_until', '<=', text(now))
          .orWhere('claimed_until', '>', latest),
      );
}

function nextDue(dueAt: string, seconds: number, now: number): string {
  const intervalMs = seconds * 1000;
  const inPhase = Date.parse(dueAt) + intervalMs;
  const isInTime = inPhase > now && inPhase <= now + intervalMs;
  return text(isInTime ? inPhase : now + intervalMs);
}

function text(ms: number): string {
  return new Date(ms).toISOString();
}
