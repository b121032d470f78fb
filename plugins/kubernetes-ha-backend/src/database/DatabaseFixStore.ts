/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterQuery,
  FleetFix,
  gradeChanges,
  grades,
  NAMED_CLUSTERS,
  Page,
  tiers,
  tierWeights,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Knex } from 'knex';
import type { ReadableClusters } from '../permissions/clusterFilter';
import type { AssessmentRow } from './assessmentRows';
import type { ClusterRow } from './DatabaseClusterStore';
import type { FixStore } from './FixStore';
import { filterFleet } from './fleetFilter';
import { byCodePoint, rankIn } from './fleetOrder';
import { matchingClusters } from './matchingClusters';
import type { FixBody, FixRow } from './storeFixes';

/** Default page size: openapi.yaml, listFixes. */
const DEFAULT_LIMIT = 20;

const tierWeight = `case cluster.tier ${tiers
  .map(tier => `when '${tier}' then ${tierWeights[tier]}`)
  .join(' ')} else 0 end`;

interface Joined {
  cause: string;
  clusters: number | string;
  gain: number | string;
  visible: number | string;
}

type Named = Pick<
  FixRow,
  'cause' | 'gain' | 'visible' | 'then_score' | 'then_grade' | 'body'
> &
  Pick<ClusterRow, 'name' | 'title'> & {
    tier: FleetFix['named'][number]['tier'];
  } & Pick<AssessmentRow, 'score' | 'grade'>;

type Changed = Pick<FixRow, 'cause' | 'then_grade'> &
  Pick<AssessmentRow, 'grade'> & { clusters: number | string };

/** {@link FixStore} in SQL: the page of causes, and two queries for what belongs to them, whatever the size of the fleet. */
export class DatabaseFixStore implements FixStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(
    query: ClusterQuery,
    readable: ReadableClusters,
  ): Promise<Page<FleetFix>> {
    const matching = () => {
      const found = matchingClusters(this.#knex, readable).innerJoin(
        'cluster_fix',
        'cluster_fix.cluster',
        'cluster.name',
      );
      filterFleet(found, query, this.#knex);
      return found;
    };
    const [{ total }] = await matching().countDistinct<
      { total: number | string }[]
    >({ total: 'cluster_fix.cause' });
    const joined = await matching()
      .groupBy('cluster_fix.cause')
      .orderByRaw(`sum(${tierWeight} * cluster_fix.gain) desc`)
      .orderByRaw(`sum(${tierWeight} * cluster_fix.visible) desc`)
      .orderByRaw(byCodePoint('cluster_fix.cause', this.#knex))
      .offset(query.offset ?? 0)
      .limit(query.limit ?? DEFAULT_LIMIT)
      .select('cluster_fix.cause')
      .count({ clusters: '*' })
      .sum({ gain: 'cluster_fix.gain', visible: 'cluster_fix.visible' });
    const found = joined as unknown as Joined[];
    const causes = found.map(({ cause }) => cause);
    const [named, changed] = await Promise.all([
      this.#named(matching().whereIn('cluster_fix.cause', causes)),
      matching()
        .whereIn('cluster_fix.cause', causes)
        .groupBy(
          'cluster_fix.cause',
          'assessment.grade',
          'cluster_fix.then_grade',
        )
        .select(
          'cluster_fix.cause',
          'assessment.grade',
          'cluster_fix.then_grade',
        )
        .count({ clusters: '*' }),
    ]);
    return {
      items: found.flatMap(each => fleetFix(each, named, changed as Changed[])),
      totalItems: Number(total),
    };
  }

  /** The first clusters of each cause. */
  async #named(matching: Knex.QueryBuilder): Promise<Named[]> {
    const knex = this.#knex;
    const place = [
      rankIn('cluster.tier', tiers),
      'cluster_fix.gain desc',
      'cluster_fix.visible desc',
      byCodePoint('cluster.name', knex),
    ].join(', ');
    const placed = matching.select(
      'cluster_fix.cause',
      'cluster_fix.gain',
      'cluster_fix.visible',
      'cluster_fix.then_score',
      'cluster_fix.then_grade',
      'cluster_fix.body',
      'cluster.name',
      'cluster.title',
      'cluster.tier',
      'assessment.score',
      'assessment.grade',
      knex.raw(
        `row_number() over (partition by cluster_fix.cause order by ${place}) as place`,
      ),
    );
    return knex
      .from(placed.as('placed'))
      .where('place', '<=', NAMED_CLUSTERS)
      .orderBy('place')
      .select<Named[]>('*');
  }
}

function fleetFix(
  { cause, clusters, gain, visible }: Joined,
  allNamed: readonly Named[],
  allChanged: readonly Changed[],
): FleetFix | [] {
  const named = allNamed.filter(row => row.cause === cause);
  // Its last cluster was assessed anew between two queries: it is done.
  if (named.length === 0) return [];
  return {
    key: cause,
    ...bodyOf(named[0].body),
    clusters: Number(clusters),
    gain: Number(gain),
    visible: Number(visible),
    grades: gradeChanges(
      allChanged
        .filter(row => row.cause === cause)
        .map(row => ({
          from: gradeOf(row.grade),
          to: gradeOf(row.then_grade),
          clusters: Number(row.clusters),
        })),
    ),
    named: named.map(row => ({
      name: row.name,
      ...(row.title && { title: row.title }),
      tier: row.tier,
      score: row.score,
      grade: gradeOf(row.grade),
      checkId: bodyOf(row.body).checkId,
      then: { score: row.then_score, grade: gradeOf(row.then_grade) },
      gain: row.gain,
      visible: row.visible,
    })),
  };
}

/** Written by storeFixes, from a value of this type. */
function bodyOf(body: string) {
  const { machines, ...parts } = JSON.parse(body) as FixBody;
  return { ...parts, ...(machines && { machines: [...machines] }) };
}

function gradeOf(stored: string | null) {
  return grades.find(grade => grade === stored) ?? null;
}
