/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Layer } from '../checks/layers';
import type { ClusterVerdict } from '../fleet/fleetFilters';
import type { ClusterOrder, Direction } from '../fleet/fleetOrder';
import type { Cause } from '../scoring/causes';
import type { Grade, ScoreAndGrade } from '../scoring/scorecard';
import type { ClusterFacts } from '../snapshot/clusterSnapshot';
import type { ClusterSummary } from './types';

/** Filter and order of the fleet list. @public */
export interface ClusterQuery {
  search?: string;
  tier?: ClusterFacts['tier'][];
  /** Entity refs; `none` for clusters without an owner. */
  owner?: string[];
  grade?: (Grade | 'none')[];
  /** The verdict of their headlines; `none` where everything passes. */
  verdict?: ClusterVerdict[];
  /** Only clusters in which this layer has a warning, failure or unknown. */
  layer?: Layer[];
  platform?: ClusterFacts['platform'][];
  /** Default: `worst-first`. */
  order?: ClusterOrder;
  /** Default: `ascending`. */
  direction?: Direction;
  offset?: number;
  /** 1–500. Default: 100. */
  limit?: number;
}

/** Filter of a fleet, without an order. @public */
export type FleetFilter = Omit<
  ClusterQuery,
  'order' | 'direction' | 'offset' | 'limit'
>;

/** The same change over the clusters of a fleet, and what it gains. @public */
export interface FleetFix {
  /** What the clusters have in common: `source:etcd:not-configured`, `check:etcd-fragmentation`; of machines, which are changed by themselves, `machines:<cluster>:<digest>`. */
  key: string;
  kind: Cause['kind'];
  /** The most urgent check that follows from the cause. */
  checkId: string;
  source?: { name: string; reason: string };
  /** At most five. */
  machines?: string[];
  machineCount?: number;
  /** How many clusters it changes. */
  clusters: number;
  /** Points of score, over all of them. */
  gain: number;
  /** Checks that become visible, over all of them. */
  visible: number;
  /** Grades that change, and in how many clusters; the worst first. */
  grades: { from: Grade | null; to: Grade | null; clusters: number }[];
  /** At most ten of the clusters: production first, then who gains most. */
  named: (Pick<
    ClusterSummary,
    'name' | 'title' | 'tier' | 'score' | 'grade'
  > & {
    /** The most urgent check that follows from the cause there. */
    checkId: string;
    then: ScoreAndGrade;
    gain: number;
    visible: number;
  })[];
}

/** What a fleet can be grouped by. @public */
export const fleetGroupings = ['owner', 'tier', 'platform'] as const;

/** See {@link fleetGroupings}. @public */
export type FleetGrouping = (typeof fleetGroupings)[number];

/** Clusters that have something in common. @public */
export interface FleetGroup {
  /** The owner, tier or platform, as the filter of that name accepts it; `none` for clusters without an owner. */
  value: string;
  clusters: number;
  /** How many clusters have something broken, are only weak, or have only unknown results. */
  byVerdict: Record<ClusterVerdict, number>;
  /** Null where none of them has a grade. */
  worstGrade: Grade | null;
  /** Without a grade. */
  ungraded: number;
}
