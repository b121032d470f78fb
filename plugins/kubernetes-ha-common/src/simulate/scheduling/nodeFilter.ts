/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { HostPort } from '../../snapshot/sections/placement';
import type { DomainCounts } from './domainCounts';
import { nodeStates } from './nodeMasks';
import type { PodClass } from './podClasses';
import type { SchedulingState } from './schedulingState';

/**
 * Why a node does not take a pod: the first filter of the scheduler that
 * refuses it.
 * Source: k8s.io/kubernetes pkg/scheduler/apis/config/v1/default_plugins.go (order)
 * @public
 */
export type NodeRefusal =
  | 'unschedulable'
  | 'tainted'
  | 'not-selected'
  | 'ports'
  | 'resources'
  | 'volume'
  | 'spread'
  | 'spread-label'
  | 'affinity'
  | 'anti-affinity'
  | 'repelled';

const refusalOfState: Readonly<Record<number, NodeRefusal>> = {
  [nodeStates.unschedulable]: 'unschedulable',
  [nodeStates.tainted]: 'tainted',
  [nodeStates.notSelected]: 'not-selected',
};

/** Pods by the domains of nodes: at most so many in one. */
interface Crowd {
  of: Int32Array;
  counts: DomainCounts;
  most: number;
}

/**
 * The filters of the scheduler, for one pod at one state. Millions of nodes are
 * asked: what a pod needs is looked up once, in plain lists.
 */
export class NodeFilter {
  readonly #state: SchedulingState;
  readonly #lost: Uint8Array;
  readonly #podClass: PodClass;
  readonly #spread: readonly Crowd[];
  readonly #near: readonly Crowd[];
  readonly #away: readonly Crowd[];
  readonly #repelledBy: readonly Crowd[];
  readonly #startsAffinity: boolean;

  /** `lost`: 1 for each node that is gone, whose taint nothing that moves tolerates. */
  constructor(state: SchedulingState, lost: Uint8Array, podClass: PodClass) {
    this.#state = state;
    this.#lost = lost;
    this.#podClass = podClass;
    const { rules, labelSet } = podClass;
    const { terms } = state.model;
    const crowd = (term: number, counts: DomainCounts, most = 0): Crowd => ({
      of: terms.all[term].domains.of,
      counts,
      most,
    });
    this.#spread = rules.hard.map(({ term, maxSkew, minDomains, self }) =>
      crowd(
        term,
        state.selected[term],
        state.leastSelected(term, minDomains) + maxSkew - self,
      ),
    );
    this.#near = rules.affinity.map(term => crowd(term, state.selected[term]));
    this.#startsAffinity =
      rules.startsAffinity &&
      rules.affinity.every(term => state.selected[term].total === 0);
    this.#away = rules.antiAffinity.map(term =>
      crowd(term, state.selected[term]),
    );
    this.#repelledBy = terms.selecting(labelSet).flatMap(term => {
      const counts = state.repelling.get(term);
      return counts && counts.total > 0 ? [crowd(term, counts)] : [];
    });
  }

  /** Why the node does not take the pod; undefined when it does. */
  refusal(node: number): NodeRefusal | undefined {
    const { mask, hostPorts } = this.#podClass;
    const fixed = mask[node];
    if (this.#lost[node] && fixed !== nodeStates.unschedulable)
      return 'tainted';
    if (fixed !== nodeStates.open && fixed !== nodeStates.volumeElsewhere) {
      return refusalOfState[fixed];
    }
    if (hostPorts.length > 0 && this.#portsAreTaken(node)) return 'ports';
    if (!this.#fits(node)) return 'resources';
    if (fixed === nodeStates.volumeElsewhere) return 'volume';
    return this.#crowdRefusal(node);
  }

  /** Numbers of the resources of which the node has too little left. */
  insufficient(node: number): number[] {
    const { free } = this.#state;
    return this.#podClass.requests
      .filter(({ resource, amount }) => free[resource][node] < amount)
      .map(({ resource }) => resource);
  }

  #fits(node: number): boolean {
    const { requests, lacking } = this.#podClass;
    const { free } = this.#state;
    for (let at = 0; at < requests.length; at++) {
      const { resource, amount } = requests[at];
      if (free[resource][node] < amount) return false;
    }
    return lacking.length === 0;
  }

  #portsAreTaken(node: number): boolean {
    const taken = this.#state.portsOn(node);
    return this.#podClass.hostPorts.some(port =>
      taken.some(other => collide(port, other)),
    );
  }

  #crowdRefusal(node: number): NodeRefusal | undefined {
    for (let at = 0; at < this.#spread.length; at++) {
      const { of, counts, most } = this.#spread[at];
      if (of[node] < 0) return 'spread-label';
      if (counts.in(of[node]) > most) return 'spread';
    }
    if (this.#near.length > 0 && !this.#hasItsLike(node)) return 'affinity';
    if (isCrowded(this.#away, node)) return 'anti-affinity';
    return isCrowded(this.#repelledBy, node) ? 'repelled' : undefined;
  }

  #hasItsLike(node: number): boolean {
    let areNear = true;
    for (const { of, counts } of this.#near) {
      if (of[node] < 0) return false;
      if (counts.in(of[node]) === 0) areNear = false;
    }
    return areNear || this.#startsAffinity;
  }
}

function isCrowded(crowds: readonly Crowd[], node: number): boolean {
  for (let at = 0; at < crowds.length; at++) {
    const { of, counts, most } = crowds[at];
    if (of[node] >= 0 && counts.in(of[node]) > most) return true;
  }
  return false;
}

function collide(one: HostPort, other: HostPort): boolean {
  return (
    one.port === other.port &&
    (one.protocol || 'TCP') === (other.protocol || 'TCP') &&
    (isAnyAddress(one.ip) || isAnyAddress(other.ip) || one.ip === other.ip)
  );
}

function isAnyAddress(ip: string | undefined): boolean {
  return !ip || ip === '0.0.0.0';
}
