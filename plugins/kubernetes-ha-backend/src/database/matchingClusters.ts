/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Knex } from 'knex';
import { ReadableClusters, whereReadable } from '../permissions/clusterFilter';

/** The configured clusters that may be read, each with its assessment where there is one. */
export function matchingClusters(
  knex: Knex,
  readable: ReadableClusters,
): Knex.QueryBuilder {
  const matching = knex('cluster')
    .leftJoin('assessment', 'assessment.cluster', 'cluster.name')
    .where('cluster.configured', true);
  whereReadable(matching, readable);
  return matching;
}
