/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ClusterSummary, grades } from 'backstage-plugin-kubernetes-ha-common';
import type { FleetRow } from '../database/FleetStore';
import { observationOf } from './observation';

/** Days in the trend of a fleet row: api/types.ts, ClusterSummary.trend. */
const TREND_DAYS = 30;
const DAY_MS = 86_400_000;

/** First day of the trend that ends today, `2026-10-25`. */
export function trendFrom(now: Date): string {
  return dayOf(now.getTime() - (TREND_DAYS - 1) * DAY_MS);
}

/** A stored row as the API shows it. */
export function clusterSummary(row: FleetRow, now: Date): ClusterSummary {
  const { facts } = row.cluster;
  const { assessment } = row;
  const { limitedBy, layers, coverage, ...versions } =
    assessment?.summary ?? nothingJudged;
  return {
    name: facts.name,
    ...(facts.title && { title: facts.title }),
    tier: facts.tier,
    ...(facts.owner && { owner: facts.owner }),
    platform: facts.platform,
    connection: facts.connection,
    observation: observationOf(row, now),
    score: assessment?.score ?? null,
    grade: grades.find(grade => grade === assessment?.grade) ?? null,
    provisional: assessment?.provisional ?? false,
    ...(limitedBy && { limitedBy }),
    layers,
    coverage,
    openFindings: assessment?.openFindings ?? { fail: 0, warn: 0, unknown: 0 },
    trend: trendOf(row, now),
    ...(versions.kubernetesVersion && {
      kubernetesVersion: versions.kubernetesVersion,
    }),
    ...(versions.etcdVersion && { etcdVersion: versions.etcdVersion }),
    ...(versions.nodes !== undefined && { nodes: versions.nodes }),
    ...(versions.zones !== undefined && { zones: versions.zones }),
  };
}

const nothingJudged: NonNullable<FleetRow['assessment']>['summary'] = {
  layers: [],
  coverage: { applicable: 0, known: 0, unknown: 0, unknownCritical: 0 },
  unknownByReason: {},
};

/** A value a day from the first known day to today; today is the score as it stands if it is lower. */
function trendOf(row: FleetRow, now: Date): (number | null)[] {
  const trend: (number | null)[] = [];
  for (let ago = TREND_DAYS - 1; ago >= 0; ago -= 1) {
    const known = row.daily.get(dayOf(now.getTime() - ago * DAY_MS));
    if (known === undefined && trend.length === 0) continue;
    trend.push(known ?? null);
  }
  const score = row.assessment?.score;
  if (score === undefined || score === null) return trend;
  if (!row.daily.has(dayOf(now.getTime()))) {
    // The day has no row until its first hour was thinned out.
    return [...(trend.length > 0 ? trend.slice(0, -1) : []), score];
  }
  const today = trend.at(-1);
  return [...trend.slice(0, -1), Math.min(today ?? score, score)];
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
