/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ClusterSnapshot } from '../snapshot/clusterSnapshot';
import { runSteps, Steps } from '../steps';
import { ApiServersAfter } from './apiServersAfter';
import { etcdAfter } from './etcdAfter';
import { loadBalancersAfter } from './loadBalancersAfter';
import type { Loss } from './losses';
import { LostPartsReader } from './lostParts';
import { LossOutcome, overall } from './outcome';
import { podsAfterSteps } from './podsAfter';
import { recoveryAfter } from './recoveryAfter';
import { ServicesAfter } from './servicesAfter';

/**
 * What each loss would do to a cluster as the snapshot shows it. Each is looked at
 * by itself: none of them leaves a trace on the next. Pure, and the same for the
 * same snapshot.
 * @public
 */
export function simulate(
  snapshot: ClusterSnapshot,
  losses: readonly Loss[],
): LossOutcome[] {
  return runSteps(simulateSteps(snapshot, losses));
}

/** {@link simulate} in steps, one a loss, for large clusters in an event loop. @public */
export function* simulateSteps(
  snapshot: ClusterSnapshot,
  losses: readonly Loss[],
): Steps<LossOutcome[]> {
  const { sections } = snapshot;
  const places = new LostPartsReader(sections);
  const apiServers = new ApiServersAfter(snapshot);
  yield;
  const pods = yield* podsAfterSteps(sections);
  yield;
  const services = new ServicesAfter(sections, pods.model);
  const outcomes: LossOutcome[] = [];
  for (const loss of losses) {
    yield;
    const lost = places.read(loss);
    const moved = pods.after(lost);
    const parts = {
      etcd: etcdAfter(snapshot, lost),
      apiServers: apiServers.after(lost, places),
      loadBalancers: loadBalancersAfter(snapshot, lost),
      pods: moved.outcome,
      services: services.after(lost, moved),
    };
    outcomes.push({
      loss,
      ...overall(parts),
      ...parts,
      recovery: recoveryAfter(sections, lost, moved),
    });
  }
  return outcomes;
}
