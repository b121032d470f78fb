/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { observedEtcd } from 'backstage-plugin-kubernetes-ha-collector/src/__testUtils__/observedEtcd';
import type { DeclaredCluster } from 'backstage-plugin-kubernetes-ha-collector';
import {
  assess,
  ClusterFacts,
  ClusterSnapshot,
  newestObservation,
  Scorecard,
  sectionNames,
  Sections,
  SNAPSHOT_SCHEMA_VERSION,
  UnknownSignal,
} from 'backstage-plugin-kubernetes-ha-common';
import { digestsOf } from '../assessment/digest';
import { summarise } from '../assessment/summarise';
import type { AssessmentCommit } from '../database/AssessmentStore';

/** A cluster as a test declares it. */
export function declared(
  name: string,
  facts: Partial<ClusterFacts> = {},
): DeclaredCluster {
  return {
    facts: {
      name,
      tier: 'production',
      platform: 'self-managed',
      connection: 'kubeconfig',
      ...facts,
    },
    detectPlatform: false,
    controlPlaneSeconds: 30,
    inventorySeconds: 120,
  };
}

/** A snapshot in which only etcd was seen, with so many of three voters healthy; nothing at all without a number. */
export function etcdSnapshot(
  cluster: DeclaredCluster,
  takenAt: string,
  healthy?: number,
): ClusterSnapshot {
  const missing: UnknownSignal = {
    state: 'unknown',
    reason: 'not-collected',
    detail: 'not part of this test',
    source: 'test',
    via: 'test',
    observedAt: takenAt,
  };
  const sections = Object.fromEntries(
    sectionNames.map(name => [name, missing]),
  ) as Sections;
  if (healthy !== undefined) {
    const context = { now: () => new Date(takenAt), intervalSeconds: 30 };
    sections.etcd = observedEtcd(context, { voters: 3, healthy });
  }
  return {
    schemaVersion: SNAPSHOT_SCHEMA_VERSION,
    cluster: cluster.facts,
    takenAt,
    sections,
  };
}

/** The judgement of a snapshot, ready to be stored, changed as a test likes. */
export function commitOf(
  snapshot: ClusterSnapshot,
  basedOn: number,
  change: (scorecard: Scorecard) => Scorecard = scorecard => scorecard,
): AssessmentCommit {
  const scorecard = change(assess(snapshot));
  return {
    basedOn,
    scorecard,
    snapshot,
    summary: summarise(scorecard, snapshot),
    digests: digestsOf(scorecard),
    observedAt: newestObservation(snapshot.sections),
  };
}
