/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterQuery,
  ClusterSummary,
  FleetSummary,
  grades,
  Scorecard,
} from 'backstage-plugin-kubernetes-ha-common';
import type { MockCluster } from './MockCluster';

/** Statuses for which a filter by layer finds a cluster. */
const weak = ['warn', 'fail', 'unknown'];

/** The clusters that a query finds, in its order. */
export function listOf(
  clusters: readonly MockCluster[],
  query: ClusterQuery,
): ClusterSummary[] {
  const search = query.search?.toLocaleLowerCase('en') ?? '';
  return clusters
    .map(cluster => cluster.summary())
    .filter(
      ({ name, title, tier, owner, platform, grade, layers }) =>
        [name, title, owner].some(text =>
          text?.toLocaleLowerCase('en').includes(search),
        ) &&
        (query.tier?.includes(tier) ?? true) &&
        (query.owner?.includes(owner ?? '') ?? true) &&
        (query.platform?.includes(platform) ?? true) &&
        (query.grade?.includes(grade ?? 'none') ?? true) &&
        (query.layer?.some(layer =>
          layers.some(
            found => found.layer === layer && weak.includes(found.status),
          ),
        ) ??
          true),
    )
    .sort((a, b) =>
      query.order === 'name'
        ? a.name.localeCompare(b.name, 'en')
        : (a.score ?? -1) - (b.score ?? -1),
    );
}

/** Totals over all clusters. */
export function totalsOf(clusters: readonly MockCluster[]): FleetSummary {
  const all = clusters.map(cluster => cluster.summary());
  return {
    clusters: all.length,
    recorded: all.filter(({ observation }) => observation.recordedAt).length,
    byGrade: Object.fromEntries(
      grades.map(grade => [
        grade,
        all.filter(item => item.grade === grade).length,
      ]),
    ) as FleetSummary['byGrade'],
    ungraded: all.filter(({ grade }) => grade === null).length,
    provisional: all.filter(({ provisional }) => provisional).length,
    atRisk: all
      .filter(
        ({ limitedBy }) =>
          limitedBy?.severity === 'critical' && limitedBy.status === 'fail',
      )
      .map(({ name }) => name),
    unknownByReason: reasonsOf(clusters.map(cluster => cluster.scorecard())),
    owners: [...new Set(all.flatMap(({ owner }) => owner ?? []))].sort(),
  };
}

/** Unknown critical and high checks by reason. */
function reasonsOf(cards: readonly Scorecard[]) {
  const counts: FleetSummary['unknownByReason'] = {};
  for (const { results } of cards) {
    for (const { status, severity, reason } of results) {
      const counted = severity === 'critical' || severity === 'high';
      if (status === 'unknown' && counted && reason) {
        counts[reason] = (counts[reason] ?? 0) + 1;
      }
    }
  }
  return counts;
}
