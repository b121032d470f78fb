/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ClusterSummary, grades } from 'backstage-plugin-kubernetes-ha-common';
import type { FleetPast, FleetRow } from '../database/FleetStore';
import { observationOf } from './observation';

/** Days in the trend of a fleet row: api/types.ts, ClusterSummary.trend. */
const TREND_DAYS = 30;
const DAY_MS = 86_400_000;

/** How far back a row looks that is shown now. */
export function fleetPast(now: Date): FleetPast {
  return {
    trendFrom: dayOf(now.getTime() - (TREND_DAYS - 1) * DAY_MS),
    weekAgo: new Date(now.getTime() - 7 * DAY_MS).toISOString(),
  };
}

/** Stored rows as the API shows them. */
export function clusterSummaries(
  rows: readonly FleetRow[],
  now: Date,
): ClusterSummary[] {
  // Once: 500 clusters would write the same 30 days each.
  const days = Array.from({ length: TREND_DAYS }, (_, place) =>
    dayOf(now.getTime() - (TREND_DAYS - 1 - place) * DAY_MS),
  );
  return rows.map(row => clusterSummary(row, now, days));
}

function clusterSummary(
  row: FleetRow,
  now: Date,
  days: readonly string[],
): ClusterSummary {
  const { facts } = row.cluster;
  const { assessment } = row;
  const summary = assessment?.summary ?? notAssessed;
  const { limitedBy, headline, causes, possible, layers, coverage } = summary;
  const { kubernetesVersion, etcdVersion, nodes, zones } = summary;
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
    ...(headline && { headline }),
    ...(causes && { causes }),
    ...(possible && { possible }),
    layers,
    coverage,
    openFindings: assessment?.openFindings ?? { fail: 0, warn: 0, unknown: 0 },
    trend: trendOf(row, days),
    ...(row.lastWeek && { lastWeek: row.lastWeek }),
    ...(kubernetesVersion && { kubernetesVersion }),
    ...(etcdVersion && { etcdVersion }),
    ...(nodes !== undefined && { nodes }),
    ...(zones !== undefined && { zones }),
  };
}

const notAssessed: NonNullable<FleetRow['assessment']>['summary'] = {
  layers: [],
  coverage: { applicable: 0, known: 0, unknown: 0, unknownCritical: 0 },
  unknownByReason: {},
};

/** A value a day from the first known day to today; today is the score as it stands if it is lower. */
function trendOf(row: FleetRow, days: readonly string[]): (number | null)[] {
  const trend: (number | null)[] = [];
  for (const day of days) {
    const known = row.daily.get(day);
    if (known === undefined && trend.length === 0) continue;
    trend.push(known ?? null);
  }
  const score = row.assessment?.score;
  if (score === undefined || score === null) return trend;
  if (!row.daily.has(days[days.length - 1])) {
    // The day has no row until its first hour was thinned out.
    return [...(trend.length > 0 ? trend.slice(0, -1) : []), score];
  }
  const today = trend.at(-1);
  return [...trend.slice(0, -1), Math.min(today ?? score, score)];
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
