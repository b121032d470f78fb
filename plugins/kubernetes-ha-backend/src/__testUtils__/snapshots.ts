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
import { subjectsDigest } from '../assessment/digest';
import { summarise } from '../assessment/summarise';
import type {
  AssessmentCommit,
  AssessmentHead,
} from '../assessment/storedAssessment';
import { AssessmentCause, settle, valuesOf } from '../assessment/verdicts';

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

/** The head before the first assessment. */
export const nothingStored: AssessmentHead = { version: 0, verdicts: {} };

/** The assessment of a snapshot on top of the stored one, ready to be stored, changed as a test likes. */
export function commitOf(
  snapshot: ClusterSnapshot,
  head: AssessmentHead,
  options: {
    change?: (scorecard: Scorecard) => Scorecard;
    cause?: AssessmentCause;
  } = {},
): AssessmentCommit {
  const { change = (scorecard: Scorecard) => scorecard } = options;
  const scorecard = change(assess(snapshot));
  return {
    basedOn: head.version,
    scorecard,
    snapshot,
    summary: summarise(scorecard, snapshot),
    settled: settle(head.verdicts, valuesOf(scorecard), {
      takenAt: scorecard.takenAt,
      ...(head.takenAt && { previousAt: head.takenAt }),
      cause: options.cause ?? 'control-plane',
    }),
    subjects: subjectsDigest(scorecard),
    observedAt: newestObservation(snapshot.sections),
  };
}
