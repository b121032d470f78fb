/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  defaultGrace,
  graceSecondsInForce,
} from '../checks/nodes/monitorGrace';
import type { Sections } from '../snapshot/clusterSnapshot';
import type { LostParts } from './lostParts';
import type { RecoveryOutcome } from './outcome';
import type { MovedPods } from './podsAfter';

/** Between two nodes of a zone whose pods are evicted. Source: kube-controller-manager --node-eviction-rate (0.1 a second) */
const SECONDS_A_NODE = 10;

/**
 * When the controllers have done what they do by themselves: nodes are taken as
 * gone after the grace of the controller-manager, their pods tolerate that for a
 * while, and nodes are emptied one after the other. What comes then, pulling images
 * and starting, is not in the snapshot.
 * Source: https://kubernetes.io/docs/concepts/architecture/nodes/#rate-limits-on-eviction
 */
export function recoveryAfter(
  sections: Readonly<Sections>,
  lost: LostParts,
  moved: MovedPods,
): RecoveryOutcome {
  if (lost.nodes.size === 0) return {};
  const grace = graceSecondsInForce(sections, defaultGrace);
  const noticedSeconds = grace[grace.length - 1];
  if (noticedSeconds === undefined) return {};
  if (moved.outcome.moved === 0) return { noticedSeconds };
  return {
    noticedSeconds,
    evictedSeconds:
      noticedSeconds + moved.tolerated + SECONDS_A_NODE * (lost.nodes.size - 1),
  };
}
