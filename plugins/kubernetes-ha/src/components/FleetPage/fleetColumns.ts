/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  ClusterOrder,
  Direction,
} from 'backstage-plugin-kubernetes-ha-common';

/** A column of the fleet. */
export interface FleetColumn {
  title:
    | 'fleet.columnCluster'
    | 'fleet.columnTier'
    | 'fleet.columnOwner'
    | 'fleet.columnGrade'
    | 'fleet.columnHeadline'
    | 'fleet.columnVisibility'
    | 'fleet.columnTrend'
    | 'fleet.columnObserved';
  /** What it orders by; a picture orders nothing. */
  order?: ClusterOrder;
  /** The direction that people mean first; ascending by default. */
  first?: Direction;
}

/** The columns, in the order on screen. */
export const fleetColumns: readonly FleetColumn[] = [
  { title: 'fleet.columnCluster', order: 'name' },
  { title: 'fleet.columnTier', order: 'tier' },
  { title: 'fleet.columnOwner', order: 'owner' },
  { title: 'fleet.columnGrade', order: 'score' },
  { title: 'fleet.columnHeadline', order: 'broken', first: 'descending' },
  { title: 'fleet.columnVisibility', order: 'visibility' },
  { title: 'fleet.columnTrend' },
  { title: 'fleet.columnObserved', order: 'observed' },
];
