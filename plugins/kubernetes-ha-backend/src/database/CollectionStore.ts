/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { SourceProblem } from 'backstage-plugin-kubernetes-ha-common';
import type { CollectionGroup } from 'backstage-plugin-kubernetes-ha-node';

/** How the newest collection of a cluster and group went. */
export interface CollectionOutcome {
  cluster: string;
  group: CollectionGroup;
  /** ISO 8601 UTC, all three. */
  startedAt: string;
  endedAt: string;
  nextDueAt: string;
  durationMs: number;
  /** Seconds until the next one, stretched by its cost. */
  intervalSeconds: number;
  /** Sections looked at, and those in which something of the cluster answered. */
  sections: number;
  told: number;
  problems: readonly SourceProblem[];
}

/** The newest collections. */
export interface CollectionStore {
  get(
    cluster: string,
    group: CollectionGroup,
  ): Promise<CollectionOutcome | undefined>;
  /** Stores an outcome, unless a collection that began later has stored its own. */
  put(outcome: CollectionOutcome, epoch: number): Promise<void>;
}
