/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  ClusterQuery,
  FleetGroup,
  FleetGrouping,
  FleetSummary,
  Page,
  ScoreChange,
} from 'backstage-plugin-kubernetes-ha-common';
import type { CollectionOutcome } from '../collection/collectionOutcome';
import type { ReadableClusters } from '../permissions/clusterFilter';
import type { AssessmentSummary } from '../assessment/storedAssessment';
import type { KnownCluster } from './ClusterStore';

/** Everything stored that a fleet row is made of. */
export interface FleetRow {
  cluster: Pick<
    KnownCluster,
    'facts' | 'controlPlaneSeconds' | 'inventorySeconds' | 'conflict'
  >;
  collections: CollectionOutcome[];
  /** Missing until the first judgement. */
  assessment?: {
    takenAt: string;
    observedAt?: string;
    score: number | null;
    grade: string | null;
    provisional: boolean;
    openFindings: { fail: number; warn: number; unknown: number };
    summary: AssessmentSummary;
  };
  /** Lowest score of each day, by day (`2026-11-23`). */
  daily: ReadonlyMap<string, number | null>;
  /** Missing when it was not assessed then. */
  lastWeek?: ScoreChange;
}

/** How far back a fleet row looks. */
export interface FleetPast {
  /** First day of the trend, `2026-10-25`. */
  trendFrom: string;
  /** The moment of a week ago, ISO 8601 UTC. */
  weekAgo: string;
}

/** The configured clusters, filtered, sorted and paged in SQL. */
export interface FleetStore {
  list(
    query: ClusterQuery,
    readable: ReadableClusters,
    past: FleetPast,
  ): Promise<Page<FleetRow>>;
  get(name: string, past: FleetPast): Promise<FleetRow | undefined>;
  /** A page of what clusters have in common; `groupFleet` of the common package says in which order. */
  groups(
    by: FleetGrouping,
    query: ClusterQuery,
    readable: ReadableClusters,
  ): Promise<Page<FleetGroup>>;
  totals(readable: ReadableClusters): Promise<FleetSummary>;
}
