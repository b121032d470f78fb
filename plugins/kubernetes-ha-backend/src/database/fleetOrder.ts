/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterOrder,
  ClusterQuery,
  severities,
  tiers,
  verdicts,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Knex } from 'knex';

/** `fleetOrder` of the common package in SQL, over `cluster` and the joined `assessment`: its docstring says what it is. */
export function orderFleet(
  matching: Knex.QueryBuilder,
  {
    order = 'worst-first',
    direction = 'ascending',
  }: Pick<ClusterQuery, 'order' | 'direction'>,
  knex: Knex,
): Knex.QueryBuilder {
  const isReversed = direction === 'descending';
  const worst = worstFirst(knex);
  if (order === 'worst-first') {
    return by(matching, worst, isReversed);
  }
  by(matching, [expressionOf(order, knex)], isReversed);
  return by(matching, worst, false);
}

function by(
  matching: Knex.QueryBuilder,
  expressions: readonly string[],
  isReversed: boolean,
): Knex.QueryBuilder {
  for (const expression of expressions) {
    // A missing value is less than any other; the databases do not agree on it.
    matching.orderByRaw(
      isReversed
        ? `${expression} desc nulls last`
        : `${expression} asc nulls first`,
    );
  }
  return matching;
}

/** What is broken, weak, not visible or none of it, as a number; of the joined row. */
export const verdictRank = `case ${verdicts
  .map((verdict, rank) => `when assessment.verdict = '${verdict}' then ${rank}`)
  .join(
    ' ',
  )} when assessment.score is null or assessment.limited_by_layer is not null then ${verdicts.indexOf(
  'not-visible',
)} else ${verdicts.length} end`;

const tierRank = rankIn('cluster.tier', tiers);

function worstFirst(knex: Knex): string[] {
  return [
    verdictRank,
    tierRank,
    rankIn('assessment.headline_severity', severities),
    'assessment.score',
    byCodePoint('cluster.name', knex),
  ];
}

function expressionOf(
  order: Exclude<ClusterOrder, 'worst-first'>,
  knex: Knex,
): string {
  switch (order) {
    case 'name':
    case 'owner':
      return byCodePoint(`cluster.${order}`, knex);
    case 'score':
    case 'broken':
    case 'visibility':
      return `assessment.${order}`;
    case 'observed':
      return byCodePoint('assessment.observed_at', knex);
    case 'tier':
      return tierRank;
    default:
      return unreachable(order);
  }
}

/** PostgreSQL compares by the rules of its language, in which punctuation hardly counts; SQLite by bytes. */
export function byCodePoint(column: string, knex: Knex): string {
  return knex.client.config.client === 'pg' ? `${column} collate "C"` : column;
}

/** The place of a value among the known ones, after all of them where it is none. */
export function rankIn(column: string, values: readonly string[]): string {
  return `case ${column} ${values
    .map((value, rank) => `when '${value}' then ${rank}`)
    .join(' ')} else ${values.length} end`;
}

function unreachable(value: never): never {
  throw new Error(`Unexpected order ${String(value)}`);
}
