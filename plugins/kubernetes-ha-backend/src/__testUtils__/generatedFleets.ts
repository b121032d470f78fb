/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import fc from 'fast-check';
import {
  ClusterFix,
  ClusterSummary,
  Grade,
  grades,
  OrderedCluster,
  platforms,
  severities,
  tiers,
  verdicts,
  visibilityOf,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Knex } from 'knex';
import type { FixRow } from '../database/storeFixes';

/** What the fleet is ordered, grouped and joined by. */
export type GeneratedCluster = OrderedCluster &
  Pick<ClusterSummary, 'platform' | 'grade'> & { fixes: ClusterFix[] };

const optional = <T>(values: readonly T[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined });

const grade = fc.option(fc.constantFrom(...grades));

/** A change that several clusters may have in common. */
const fix = fc
  .record({
    key: fc.constantFrom('check:a-b', 'check:ab', 'source:etcd:timeout'),
    gain: fc.constantFrom(0, 5, 20),
    visible: fc.constantFrom(1, 21),
    grade,
  })
  .map(
    ({ key, gain, visible, grade: then }): ClusterFix => ({
      key,
      kind: key.startsWith('source') ? 'source' : 'check',
      checkId: 'a-b',
      ...(key.startsWith('source') && {
        source: { name: 'etcd', reason: 'timeout' },
      }),
      then: { score: then && 80, grade: then },
      gain,
      visible,
    }),
  );

/** Few values of each, so that many are equal and the next one decides. */
const parts = fc.record({
  tier: fc.constantFrom(...tiers),
  platform: fc.constantFrom(...platforms.slice(0, 3)),
  owner: optional(['group:default/a-b', 'group:default/ab', 'ü', '～', '😀']),
  score: optional([0, 20, 75, 100]),
  grade,
  observedAt: optional([
    '2026-11-23T12:00:00.000Z',
    '2026-11-23T12:00:01.000Z',
  ]),
  verdict: optional(verdicts),
  isLimited: fc.boolean(),
  severity: fc.constantFrom(...severities),
  broken: optional([0, 1, 12]),
  known: fc.nat(3),
  applicable: fc.constantFrom(0, 3),
  fixes: fc.uniqueArray(fix, { selector: ({ key }) => key, maxLength: 3 }),
});

/** Clusters with names in which punctuation decides in one database and hardly counts in the language of another. */
export const fleets = fc
  .uniqueArray(
    fc.tuple(
      fc.stringMatching(/^[a-c0-1](?:[-.a-c0-1]{0,3}[a-c0-1])?$/),
      parts,
    ),
    { selector: ([name]) => name, maxLength: 30 },
  )
  .map(list =>
    list.map(([name, part]): GeneratedCluster => {
      const { score, observedAt, verdict, severity, broken, ...rest } = part;
      const { isLimited, known, applicable, ...same } = rest;
      const link = {
        layer: 'etcd',
        checkId: 'c',
        status: 'fail',
        severity,
        observed: { code: 'section.required', params: { sections: ['etcd'] } },
      } as const;
      return {
        ...same,
        name,
        score: score ?? null,
        observation: { observedAt },
        coverage: { known, applicable, unknown: 0, unknownCritical: 0 },
        ...(verdict && { headline: { ...link, verdict } }),
        ...(isLimited && { limitedBy: link }),
        ...(broken !== undefined && {
          causes: { broken, weak: 0, 'not-visible': 0 },
        }),
      };
    }),
  );

/** Makes a fleet all that the database holds. */
export async function storeFleet(
  knex: Knex,
  fleet: readonly GeneratedCluster[],
): Promise<void> {
  for (const table of ['cluster_fix', 'assessment', 'cluster']) {
    await knex(table).del();
  }
  for (const cluster of fleet) {
    await knex('cluster').insert({
      name: cluster.name,
      tier: cluster.tier,
      owner: cluster.owner ?? null,
      configured: true,
      platform: cluster.platform,
      connection: 'kubeconfig',
      control_plane_seconds: 30,
      inventory_seconds: 120,
      epoch: 0,
    });
    await knex('assessment').insert(assessmentOf(cluster));
    if (cluster.fixes.length > 0) {
      await knex('cluster_fix').insert(
        cluster.fixes.map(each => fixRow(cluster.name, each)),
      );
    }
  }
}

function assessmentOf(cluster: GeneratedCluster) {
  const { name, score, headline, observation } = cluster;
  return {
    cluster: name,
    version: 1,
    taken_at: '2026-11-23T12:00:00.000Z',
    digest: '',
    snapshot_hash: '',
    score,
    grade: cluster.grade satisfies Grade | null,
    provisional: false,
    limited_by_layer: cluster.limitedBy?.layer ?? null,
    open_fail: 0,
    open_warn: 0,
    open_unknown: 0,
    critical_fail: false,
    observed_at: observation.observedAt ?? null,
    verdict: headline?.verdict ?? null,
    headline_severity: headline?.severity ?? null,
    broken: cluster.causes?.broken ?? null,
    visibility: visibilityOf(cluster.coverage) ?? null,
    summary: '{}',
    encoding: 'gzip',
    scorecard: Buffer.from(''),
  };
}

function fixRow(cluster: string, each: ClusterFix): FixRow {
  const { key, gain, visible, then, ...body } = each;
  return {
    cluster,
    cause: key,
    gain,
    visible,
    then_score: then.score,
    then_grade: then.grade,
    body: JSON.stringify(body),
  };
}
