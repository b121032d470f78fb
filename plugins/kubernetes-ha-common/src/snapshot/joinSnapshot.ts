/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../messages';
import { detailFrom } from './detailFrom';
import {
  ClusterFacts,
  ClusterSnapshot,
  sectionNames,
  Sections,
  SNAPSHOT_SCHEMA_VERSION,
  SomeSections,
} from './clusterSnapshot';
import { lastObservedOf } from './lastObserved';
import { platformMarks } from './platformMarks';
import type { UnknownSignal } from './signal';

/** A cluster whose signals are joined. @public */
export interface JoinedCluster {
  facts: ClusterFacts;
  /** While the connection answers for another cluster: since when (ISO 8601 UTC), and what that means. */
  conflict?: { since: string; detail: string };
}

/**
 * The newest signals of a cluster as one snapshot, with what was last observed
 * of those that are unknown now. A section that has not been collected is
 * unknown; while another cluster answers at the connection all of them are,
 * because none of what is read is sure to be of this one. What was observed
 * before that is of this one, and stands beside.
 * @public
 */
export function joinSnapshot(
  cluster: JoinedCluster,
  signals: SomeSections,
  takenAt: Date,
  lastObserved: SomeSections = {},
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
        ...detailFrom(message('detail.no-source-collected')),
        source: 'collection',
        via: 'none',
        observedAt: at,
      };
  const sections = Object.fromEntries(
    sectionNames.map(name => [
      name,
      conflict ? missing : signals[name] ?? missing,
    ]),
  ) as Sections;
  const last = lastObservedOf(sections, lastObserved, takenAt.getTime());
  return {
    schemaVersion: SNAPSHOT_SCHEMA_VERSION,
    cluster: {
      ...cluster.facts,
      ...(marks.length > 0 && { platformMarks: marks }),
    },
    takenAt: at,
    sections,
    ...(last && { lastObserved: last }),
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
