/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterQuery,
  clusterVerdicts,
  NO_OWNER,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Knex } from 'knex';
import { verdictRank } from './fleetOrder';

/** Narrows a query on `cluster`, joined with `assessment`, to what is asked for. */
export function filterFleet(
  matching: Knex.QueryBuilder,
  query: ClusterQuery,
  knex: Knex,
): void {
  if (query.search) {
    // % and _ are letters here, not wildcards.
    const pattern = `%${query.search
      .toLowerCase()
      .replace(/[\\%_]/g, letter => `\\${letter}`)}%`;
    matching.whereRaw(`cluster.search like ? escape '\\'`, [pattern]);
  }
  if (query.tier?.length) matching.whereIn('cluster.tier', query.tier);
  if (query.platform?.length) {
    matching.whereIn('cluster.platform', query.platform);
  }
  if (query.owner?.length) {
    const owners = query.owner.map(owner => owner.toLowerCase());
    matching.where(builder => {
      builder.whereIn('cluster.owner', owners);
      if (owners.includes(NO_OWNER)) builder.orWhereNull('cluster.owner');
    });
  }
  if (query.verdict?.length) {
    const ranks = query.verdict.map(verdict =>
      clusterVerdicts.indexOf(verdict),
    );
    matching.whereRaw(`(${verdictRank}) in (${ranks.join(', ')})`);
  }
  if (query.grade?.length) {
    const { grade: wanted } = query;
    matching.where(builder => {
      builder.whereIn(
        'assessment.grade',
        wanted.filter(grade => grade !== 'none'),
      );
      if (wanted.includes('none')) builder.orWhereNull('assessment.grade');
    });
  }
  if (query.layer?.length) {
    matching.whereIn(
      'cluster.name',
      knex('layer_state')
        .whereIn('layer', query.layer)
        .whereIn('status', ['fail', 'warn', 'unknown'])
        .select('cluster'),
    );
  }
}
