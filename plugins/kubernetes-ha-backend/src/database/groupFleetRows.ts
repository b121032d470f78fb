/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterVerdict,
  clusterVerdicts,
  FleetGroup,
  FleetGrouping,
  grades,
  NO_OWNER,
  Page,
  severities,
  tiers,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Knex } from 'knex';
import { byCodePoint, rankIn, verdictRank } from './fleetOrder';

/** What {@link FleetGroup} is counted from; numbers of PostgreSQL come as texts. */
type GroupRow = Record<
  `v${number}` | 'clusters' | 'ungraded',
  number | string
> & {
  value: string | null;
  worst: string | null;
};

/** By verdict, tier and severity, as one number. */
const urgency = `(${verdictRank}) * 100 + (${rankIn(
  'cluster.tier',
  tiers,
)}) * 10 + (${rankIn('assessment.headline_severity', severities)})`;

const counted = (condition: string) =>
  `sum(case when ${condition} then 1 else 0 end)`;

/** `groupFleet` of the common package in SQL: a page of groups of what matches. */
export async function groupFleetRows(
  matching: Knex.QueryBuilder,
  by: FleetGrouping,
  { offset, limit }: { offset: number; limit: number },
  knex: Knex,
): Promise<Page<FleetGroup>> {
  const column = `cluster.${by}`;
  const [{ total }] = await knex
    .from(matching.clone().select(column).groupBy(column).as('groups'))
    .count<{ total: number | string }[]>({ total: '*' });
  const broken = counted(`${verdictRank} = 0`);
  const rows = await matching
    .groupBy(column)
    .orderByRaw(`min(${urgency}), ${broken} desc`)
    // Nobody has the name that the filter gives it.
    .orderByRaw(byCodePoint(`coalesce(${column}, '${NO_OWNER}')`, knex))
    .offset(offset)
    .limit(limit)
    .select<GroupRow[]>(
      `${column} as value`,
      knex.raw('count(*) as clusters'),
      // Letters of grades ascend as they get worse.
      knex.raw('max(assessment.grade) as worst'),
      knex.raw(`${counted('assessment.grade is null')} as ungraded`),
      ...clusterVerdicts.map((_, rank) =>
        knex.raw(`${counted(`${verdictRank} = ${rank}`)} as v${rank}`),
      ),
    );
  return { items: rows.map(groupOf), totalItems: Number(total) };
}

function groupOf(row: GroupRow): FleetGroup {
  return {
    value: row.value ?? NO_OWNER,
    clusters: Number(row.clusters),
    byVerdict: Object.fromEntries(
      clusterVerdicts.map((verdict, rank) => [
        verdict,
        Number(row[`v${rank}`]),
      ]),
    ) as Record<ClusterVerdict, number>,
    worstGrade: grades.find(grade => grade === row.worst) ?? null,
    ungraded: Number(row.ungraded),
  };
}
