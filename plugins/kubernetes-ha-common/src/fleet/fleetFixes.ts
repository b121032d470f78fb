/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { FleetFix } from '../api/fleetTypes';
import type { ClusterSummary } from '../api/types';
import { canonicalHash } from '../scoring/hash';
import type { Cause } from '../scoring/causes';
import type { Fix } from '../scoring/fixes';
import { grades, Scorecard, ScoreAndGrade } from '../scoring/scorecard';
import { Tier, tiers } from '../snapshot/clusterKinds';

/** What a cluster of each tier counts where changes over a fleet are compared (proposal): a point in production is worth two in staging. @public */
export const tierWeights: Readonly<Record<Tier, number>> = {
  production: 4,
  staging: 2,
  development: 1,
};

/** Machines that a fix names; of a lost zone there are hundreds. */
const NAMED_MACHINES = 5;

/** Clusters that a fix over the fleet names. @public */
export const NAMED_CLUSTERS = 10;

/** What one change gains in one cluster, as a fleet joins it. @public */
export interface ClusterFix {
  /** The same for the same change in any cluster; machines are changed by themselves. */
  key: string;
  kind: Cause['kind'];
  /** The most urgent check that follows from the cause. */
  checkId: string;
  source?: { name: string; reason: string };
  /** The first of them, sorted. */
  machines?: readonly string[];
  /** Of all of them. */
  machineCount?: number;
  then: ScoreAndGrade;
  gain: number;
  visible: number;
}

/** The changes that raise the score of a cluster or make checks of it visible, the best first. Pure. @public */
export function clusterFixes({
  cluster,
  causes = [],
  fixes = [],
}: Pick<Scorecard, 'causes' | 'fixes'> & {
  cluster: { name: string };
}): ClusterFix[] {
  const byId = new Map(causes.map(cause => [cause.id, cause]));
  return fixes.flatMap(fix => {
    const cause = byId.get(fix.causeId);
    return cause && isWorth(fix) ? [clusterFix(cluster.name, cause, fix)] : [];
  });
}

/** Whether a change by itself raises the score or makes a check visible. Pure. @public */
export function isWorth({ gain, visible }: Pick<Fix, 'gain' | 'visible'>) {
  return gain > 0 || visible > 0;
}

function clusterFix(
  cluster: string,
  { id, kind, checkIds, source, machines }: Cause,
  { then, gain, visible }: Fix,
): ClusterFix {
  return {
    key: machines ? `machines:${cluster}:${canonicalHash(machines)}` : id,
    kind,
    checkId: checkIds[0],
    ...(source && { source: { name: source.name, reason: source.reason } }),
    ...(machines && {
      machines: machines.slice(0, NAMED_MACHINES),
      machineCount: machines.length,
    }),
    then,
    gain,
    visible,
  };
}

/** The same change over many clusters: points by tier first, then checks that become visible. Pure. @public */
export function joinFixes(
  clusters: readonly {
    cluster: Pick<
      ClusterSummary,
      'name' | 'title' | 'tier' | 'score' | 'grade'
    >;
    fixes: readonly ClusterFix[];
  }[],
): FleetFix[] {
  const groups = new Map<string, Part[]>();
  for (const { cluster, fixes } of clusters) {
    for (const fix of fixes) {
      const group = groups.get(fix.key);
      if (group) group.push({ cluster, fix });
      else groups.set(fix.key, [{ cluster, fix }]);
    }
  }
  return [...groups.values()]
    .map(parts => ({ parts, joined: joinOne(parts) }))
    .sort(
      (a, b) =>
        weigh(b.parts, 'gain') - weigh(a.parts, 'gain') ||
        weigh(b.parts, 'visible') - weigh(a.parts, 'visible') ||
        (a.joined.key < b.joined.key ? -1 : 1),
    )
    .map(({ joined }) => joined);
}

interface Part {
  cluster: Pick<ClusterSummary, 'name' | 'title' | 'tier' | 'score' | 'grade'>;
  fix: ClusterFix;
}

function weigh(parts: readonly Part[], what: 'gain' | 'visible'): number {
  return parts.reduce(
    (sum, { cluster, fix }) => sum + tierWeights[cluster.tier] * fix[what],
    0,
  );
}

function joinOne(unsorted: readonly Part[]): FleetFix {
  const parts = [...unsorted].sort(
    (a, b) =>
      tiers.indexOf(a.cluster.tier) - tiers.indexOf(b.cluster.tier) ||
      b.fix.gain - a.fix.gain ||
      b.fix.visible - a.fix.visible ||
      (a.cluster.name < b.cluster.name ? -1 : 1),
  );
  const [{ fix }] = parts;
  const { key, kind, checkId, source, machines, machineCount } = fix;
  const sum = (what: 'gain' | 'visible') =>
    parts.reduce((total, part) => total + part.fix[what], 0);
  return {
    key,
    kind,
    checkId,
    ...(source && { source }),
    ...(machines && { machines: [...machines], machineCount }),
    clusters: parts.length,
    gain: sum('gain'),
    visible: sum('visible'),
    grades: gradeChanges(
      parts.map(part => ({
        from: part.cluster.grade,
        to: part.fix.then.grade,
        clusters: 1,
      })),
    ),
    named: parts.slice(0, NAMED_CLUSTERS).map(part => ({
      ...part.cluster,
      checkId: part.fix.checkId,
      then: part.fix.then,
      gain: part.fix.gain,
      visible: part.fix.visible,
    })),
  };
}

/** Changes of grade with how many clusters have each, the worst grade first; where it stays it is none. Pure. @public */
export function gradeChanges(changes: FleetFix['grades']): FleetFix['grades'] {
  const rank = (grade: (typeof changes)[number]['from']) =>
    grade ? grades.indexOf(grade) : grades.length;
  const counts = new Map<string, FleetFix['grades'][number]>();
  for (const change of changes) {
    if (change.from === change.to) continue;
    const key = `${change.from} ${change.to}`;
    const known = counts.get(key);
    if (known) known.clusters += change.clusters;
    else counts.set(key, { ...change });
  }
  return [...counts.values()].sort(
    (a, b) => rank(b.from) - rank(a.from) || rank(a.to) - rank(b.to),
  );
}
