/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  canonicalHash,
  ClusterFix,
  clusterFixes,
  Scorecard,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Knex } from 'knex';

/** A row of the table `cluster_fix`. */
export interface FixRow {
  cluster: string;
  cause: string;
  gain: number;
  visible: number;
  then_score: number | null;
  then_grade: string | null;
  /** JSON of {@link FixBody}. */
  body: string;
}

/** What of a fix SQL does not look at. */
export type FixBody = Pick<
  ClusterFix,
  'kind' | 'checkId' | 'source' | 'machines' | 'machineCount'
>;

/** The rows of an assessment, and their digest. Pure. */
export function fixRows(scorecard: Scorecard): {
  rows: FixRow[];
  digest: string;
} {
  const fixes = clusterFixes(scorecard);
  return {
    rows: fixes.map(({ key, gain, visible, then, ...body }) => ({
      cluster: scorecard.cluster.name,
      cause: key,
      gain,
      visible,
      then_score: then.score,
      then_grade: then.grade,
      body: JSON.stringify(body satisfies FixBody),
    })),
    digest: canonicalHash(fixes),
  };
}

/** Replaces the rows of a cluster: there are a few dozen at most, and they rarely change. */
export async function storeFixes(
  tx: Knex.Transaction,
  cluster: string,
  rows: readonly FixRow[],
): Promise<void> {
  await tx<FixRow>('cluster_fix').where({ cluster }).delete();
  if (rows.length > 0) await tx<FixRow>('cluster_fix').insert([...rows]);
}
