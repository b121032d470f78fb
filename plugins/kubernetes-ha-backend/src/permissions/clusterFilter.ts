/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';

/** A condition on clusters that SQL can apply: the column has one of the values. @public */
export interface ClusterFilter {
  column: 'name' | 'tier' | 'owner';
  values: string[];
}

/** Which clusters someone may read: all of them, or those that match. */
export type ReadableClusters = 'all' | PermissionCriteria<ClusterFilter>;

/** Narrows a query on the table `cluster` to what may be read. */
export function whereReadable(
  query: Knex.QueryBuilder,
  readable: ReadableClusters,
): void {
  if (readable === 'all') return;
  query.where(builder => apply(builder, readable));
}

function apply(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<ClusterFilter>,
): void {
  if ('allOf' in criteria) {
    for (const part of criteria.allOf) query.andWhere(q => apply(q, part));
  } else if ('anyOf' in criteria) {
    for (const part of criteria.anyOf) query.orWhere(q => apply(q, part));
  } else if ('not' in criteria) {
    // A cluster without an owner does not match IS_OWNER, so it matches its negation.
    query.whereNot(q => apply(q, criteria.not));
  } else {
    query
      .whereNotNull(`cluster.${criteria.column}`)
      .whereIn(`cluster.${criteria.column}`, criteria.values);
  }
}
