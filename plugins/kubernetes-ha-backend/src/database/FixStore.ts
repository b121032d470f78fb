/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  ClusterQuery,
  FleetFix,
  Page,
} from 'backstage-plugin-kubernetes-ha-common';
import type { ReadableClusters } from '../permissions/clusterFilter';

/** What a change of the same kind would gain over the fleet, joined, ordered and paged in SQL. */
export interface FixStore {
  /** The best first; `joinFixes` of the common package says what is best. Order and direction of the query are of clusters and mean nothing here. */
  list(
    query: ClusterQuery,
    readable: ReadableClusters,
  ): Promise<Page<FleetFix>>;
}
