/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { balancersOf } from '../checks/loadbalancer/balancerStates';
import { voters } from '../checks/etcd/quorum';
import { byZone } from '../checks/topology/zones';
import type { Sections } from '../snapshot/clusterSnapshot';

/** What can be lost at once. @public */
export const lostKinds = [
  'node',
  'zone',
  'etcd-member',
  'load-balancer',
] as const;

/** See {@link lostKinds}. @public */
export type LostKind = (typeof lostKinds)[number];

/** One thing that is lost, by the name that the snapshot has for it; an etcd member by its id. @public */
export interface LostThing {
  kind: LostKind;
  name: string;
}

/** Things that are lost at the same time. @public */
export type Loss = readonly LostThing[];

/** What tells losses apart: the same things in any order are one loss. @public */
export function lossKey(loss: Loss): string {
  return loss
    .map(({ kind, name }) => `${kind}:${name}`)
    .sort()
    .join(' ');
}

/**
 * Every loss of one thing that the snapshot shows: each node, zone, voter and
 * load balancer, by kind and name. Of a section that is not observed none.
 * @public
 */
export function singleLosses(sections: Readonly<Sections>): Loss[] {
  const { nodes, etcd, loadBalancers } = sections;
  const names: Record<LostKind, string[]> = {
    node: nodes.state === 'observed' ? nodes.value.map(n => n.name) : [],
    zone:
      nodes.state === 'observed'
        ? byZone(nodes.value).zones.map(([zone]) => zone)
        : [],
    'etcd-member':
      etcd.state === 'observed' ? voters(etcd.value).map(({ id }) => id) : [],
    'load-balancer':
      loadBalancers.state === 'observed'
        ? balancersOf(loadBalancers.value).map(({ name }) => name)
        : [],
  };
  return lostKinds.flatMap(kind =>
    [...new Set(names[kind])].sort().map(name => [{ kind, name }]),
  );
}

/** Every two of the losses at once, each pair once. @public */
export function pairsOf(losses: readonly Loss[]): Loss[] {
  return losses.flatMap((one, place) =>
    losses.slice(place + 1).map(other => [...one, ...other]),
  );
}
