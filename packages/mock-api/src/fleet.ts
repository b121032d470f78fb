/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  clusterFixes,
  ClusterQuery,
  ClusterSummary,
  clusterVerdict,
  countVerdicts,
  FleetFix,
  fleetOrder,
  FleetSummary,
  grades,
  joinFixes,
  Language,
  NO_OWNER,
  say,
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
    .filter(cluster => query.verdict?.includes(clusterVerdict(cluster)) ?? true)
    .filter(
      ({ name, title, tier, owner, platform, grade, layers }) =>
        [name, title, owner].some(text =>
          text?.toLocaleLowerCase('en').includes(search),
        ) &&
        (query.tier?.includes(tier) ?? true) &&
        (query.owner?.includes(owner ?? NO_OWNER) ?? true) &&
        (query.platform?.includes(platform) ?? true) &&
        (query.grade?.includes(grade ?? 'none') ?? true) &&
        (query.layer?.some(layer =>
          layers.some(
            found => found.layer === layer && weak.includes(found.status),
          ),
        ) ??
          true),
    )
    .sort(fleetOrder(query.order, query.direction));
}

/** The fix list over the clusters that were found. */
export function fixesOver(
  clusters: readonly MockCluster[],
  found: readonly ClusterSummary[],
): FleetFix[] {
  return joinFixes(
    found.flatMap(({ name, title, tier, score, grade }) => {
      const card = clusters.find(cluster => cluster.name === name)?.scorecard();
      return card
        ? {
            cluster: { name, ...(title && { title }), tier, score, grade },
            fixes: clusterFixes(card),
          }
        : [];
    }),
  );
}

/** The clusters that were found, with as many columns as a test looks at. */
export function csvOf(
  found: readonly ClusterSummary[],
  language: Language,
): string {
  return [
    ['csv.cluster', 'csv.grade']
      .map(code => say({ code, params: {} }, language))
      .join(','),
    ...found.map(({ name, grade }) => `${name},${grade ?? ''}`),
    '',
  ].join('\r\n');
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
    byVerdict: countVerdicts(all),
    broken: all
      .filter(({ headline }) => headline?.verdict === 'broken')
      .map(({ name }) => name)
      .sort(),
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
