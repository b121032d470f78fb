/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Grade, SnapshotRef } from 'backstage-plugin-kubernetes-ha-common';

/**
 * Topic of the Backstage event that follows each stored change of a cluster's
 * grade or findings. Published after the change is committed, at most once:
 * after a restart, read the API for what was missed.
 *
 * Payload: {@link KubernetesHaScorecardEvent}.
 * @public
 */
export const KUBERNETES_HA_SCORECARD_TOPIC = 'kubernetes-ha.scorecard';

/**
 * Payload of {@link KUBERNETES_HA_SCORECARD_TOPIC}: ids and the grade, no
 * content. Subscribers read the API, which asks for their permissions.
 * @public
 */
export type KubernetesHaScorecardEvent = {
  /** Name of the cluster in configuration. */
  cluster: string;
  /** Time of the assessment, ISO 8601 UTC. */
  takenAt: string;
  cause: SnapshotRef['cause'];
  /** 0 to 100; null when nothing could be scored. */
  score: number | null;
  grade: Grade | null;
  /** True while a critical or high check is unknown. */
  provisional: boolean;
  /** SHA-256 of the snapshot behind the change, hex: `GET /v1/clusters/{name}/snapshots/{hash}`. */
  snapshotHash: string;
};
