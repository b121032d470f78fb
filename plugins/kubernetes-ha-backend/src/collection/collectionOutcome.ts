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
  /** Sections that were read, and those in which something of the cluster answered. */
  sections: number;
  answered: number;
  /** Collections in a row in which nothing answered. */
  silent: number;
  /** Collections in a row in which a read failed in passing (a time-out, a refused connection). */
  failed: number;
  problems: readonly SourceProblem[];
}
