/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ObservationState,
  STALE_INTERVALS,
} from 'backstage-plugin-kubernetes-ha-common';
import type { FleetRow } from '../database/FleetStore';

/**
 * Whether a cluster is being seen, told from what its collections left behind
 * and the time: that collection stopped is noticed here, though nothing was
 * stored about it.
 */
export function observationOf(row: FleetRow, now: Date): ObservationState {
  const { cluster, collections, assessment } = row;
  const controlPlane = collections.find(c => c.group === 'control-plane');
  const newest = collections
    .map(c => c.endedAt)
    .sort()
    .at(-1);
  const observedAt = assessment?.observedAt;
  const common = {
    intervalSeconds:
      controlPlane?.intervalSeconds ?? cluster.controlPlaneSeconds,
    problems: collections.flatMap(collection => collection.problems),
    ...(observedAt && { observedAt }),
    ...(cluster.facts.recordedAt && { recordedAt: cluster.facts.recordedAt }),
  };
  if (newest === undefined) return { state: 'pending', ...common };
  const ageSeconds = (now.getTime() - Date.parse(newest)) / 1000;
  if (ageSeconds > STALE_INTERVALS * common.intervalSeconds) {
    return { state: 'stale', ...common };
  }
  if (cluster.facts.connection === 'recorded') {
    return { state: 'recorded', ...common };
  }
  const looks = controlPlane ? [controlPlane] : collections;
  if (looks.every(({ told }) => told === 0)) {
    return { state: 'unreachable', ...common };
  }
  return { state: common.problems.length > 0 ? 'partial' : 'live', ...common };
}
