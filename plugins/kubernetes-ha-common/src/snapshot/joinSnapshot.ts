/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterFacts,
  ClusterSnapshot,
  sectionNames,
  Sections,
  SNAPSHOT_SCHEMA_VERSION,
  SomeSections,
} from './clusterSnapshot';
import { platformMarks } from './platformMarks';
import type { UnknownSignal } from './signal';

/** A cluster whose signals are joined. @public */
export interface JoinedCluster {
  facts: ClusterFacts;
  /** While the connection answers for another cluster: since when (ISO 8601 UTC), and what that means. */
  conflict?: { since: string; detail: string };
}

/**
 * The newest signals of a cluster as one snapshot. A section that nobody has
 * looked at is unknown; while the connection answers for another cluster all
 * of them are, because nothing that was stored or seen can be trusted to be
 * about this one.
 * @public
 */
export function joinSnapshot(
  cluster: JoinedCluster,
  signals: SomeSections,
  takenAt: Date,
): ClusterSnapshot {
  const at = takenAt.toISOString();
  const { conflict } = cluster;
  const marks = conflict ? [] : platformMarks(signals);
  const missing: UnknownSignal = conflict
    ? {
        state: 'unknown',
        reason: 'identity-changed',
        detail: conflict.detail,
        source: 'identity',
        via: 'GET /api/v1/namespaces/kube-system',
        observedAt: conflict.since,
      }
    : {
        state: 'unknown',
        reason: 'not-collected',
        detail: 'no source has looked at it yet',
        source: 'collection',
        via: 'none',
        observedAt: at,
      };
  return {
    schemaVersion: SNAPSHOT_SCHEMA_VERSION,
    cluster: {
      ...cluster.facts,
      ...(marks.length > 0 && { platformMarks: marks }),
    },
    takenAt: at,
    sections: Object.fromEntries(
      sectionNames.map(name => [
        name,
        conflict ? missing : signals[name] ?? missing,
      ]),
    ) as Sections,
  };
}

/** Newest time at which anything was observed; nothing when nothing was. @public */
export function newestObservation(signals: SomeSections): string | undefined {
  let newest: string | undefined;
  for (const name of sectionNames) {
    const signal = signals[name];
    if (signal?.state !== 'observed') continue;
    if (newest === undefined || signal.observedAt > newest) {
      newest = signal.observedAt;
    }
  }
  return newest;
}
