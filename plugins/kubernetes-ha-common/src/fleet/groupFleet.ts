/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { severities } from '../checks/layers';
import { grades } from '../scoring/scorecard';
import { tiers } from '../snapshot/clusterKinds';
import type { FleetGroup, FleetGrouping } from '../api/fleetTypes';
import type { ClusterSummary } from '../api/types';
import { ClusterVerdict, clusterVerdicts, NO_OWNER } from './fleetFilters';
import { compareCodePoints, verdictRank } from './fleetOrder';

/** What of a cluster its group counts. @public */
export type GroupedCluster = Pick<
  ClusterSummary,
  'owner' | 'tier' | 'platform' | 'grade' | 'score' | 'headline' | 'limitedBy'
>;

/**
 * Clusters by what they have in common: the group with the most urgent cluster
 * first (verdict, tier, severity), then the one with most that is broken, then
 * by name. Pure.
 * @public
 */
export function groupFleet(
  clusters: readonly GroupedCluster[],
  by: FleetGrouping,
): FleetGroup[] {
  const groups = new Map<string, GroupedCluster[]>();
  for (const cluster of clusters) {
    const value = cluster[by] ?? NO_OWNER;
    const known = groups.get(value);
    if (known) known.push(cluster);
    else groups.set(value, [cluster]);
  }
  return [...groups]
    .map(([value, members]) => ({
      urgency: Math.min(...members.map(urgencyOf)),
      group: groupOf(value, members),
    }))
    .sort(
      (a, b) =>
        a.urgency - b.urgency ||
        b.group.byVerdict.broken - a.group.byVerdict.broken ||
        compareCodePoints(a.group.value, b.group.value),
    )
    .map(({ group }) => group);
}

/** The verdict of the headline of a cluster. Pure. @public */
export function clusterVerdict(
  cluster: Pick<ClusterSummary, 'headline' | 'limitedBy' | 'score'>,
): ClusterVerdict {
  return clusterVerdicts[verdictRank(cluster)];
}

/** By verdict, tier and severity: what {@link fleetOrder} compares before the score. */
function urgencyOf(cluster: GroupedCluster): number {
  const { headline, tier } = cluster;
  const severity = headline
    ? severities.indexOf(headline.severity)
    : severities.length;
  return verdictRank(cluster) * 100 + tiers.indexOf(tier) * 10 + severity;
}

function groupOf(
  value: string,
  members: readonly GroupedCluster[],
): FleetGroup {
  const found = members.flatMap(({ grade }) => grade ?? []);
  return {
    value,
    clusters: members.length,
    byVerdict: countVerdicts(members),
    worstGrade:
      [...grades].reverse().find(grade => found.includes(grade)) ?? null,
    ungraded: members.length - found.length,
  };
}

/** How many clusters have which verdict. Pure. @public */
export function countVerdicts(
  clusters: readonly Pick<ClusterSummary, 'headline' | 'limitedBy' | 'score'>[],
): Record<ClusterVerdict, number> {
  const counts = { broken: 0, weak: 0, 'not-visible': 0, none: 0 };
  for (const cluster of clusters) counts[clusterVerdict(cluster)] += 1;
  return counts;
}
