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
  // Without a source for the control plane, the inventory is all that is seen.
  const leading = controlPlane ?? collections[0];
  const observedAt = assessment?.observedAt;
  const common = {
    intervalSeconds: leading?.intervalSeconds ?? cluster.controlPlaneSeconds,
    problems: collections.flatMap(collection => collection.problems),
    ...(observedAt && { observedAt }),
    ...(cluster.facts.recordedAt && { recordedAt: cluster.facts.recordedAt }),
  };
  if (!leading) return { state: 'pending', ...common };
  // Each group by itself: a living inventory hides no dead look at the control plane.
  const hasStopped = ({ endedAt, intervalSeconds }: typeof leading) =>
    // As far in the future: the clock of the replica that wrote it was wrong.
    Math.abs(now.getTime() - Date.parse(endedAt)) / 1000 >
    STALE_INTERVALS * intervalSeconds;
  if (hasStopped(leading)) return { state: 'stale', ...common };
  if (cluster.facts.connection === 'recorded') {
    return { state: 'recorded', ...common };
  }
  if (leading.answered === 0) return { state: 'unreachable', ...common };
  const isPartial = common.problems.length > 0 || collections.some(hasStopped);
  return { state: isPartial ? 'partial' : 'live', ...common };
}
