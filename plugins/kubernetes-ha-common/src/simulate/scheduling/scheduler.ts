/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { NodeFilter } from './nodeFilter';
import { PodQueue } from './podQueue';
import { preempt, Victims } from './preemption';
import { refusalsOf, Refusals } from './refusals';
import type { SchedulingState } from './schedulingState';
import { bestNode } from './bestNode';

/** A pod that found no place, and why. */
export interface Unplaced {
  pod: number;
  refusals: Refusals;
}

/** What became of pods that had to be placed. */
export interface Placed {
  /** Pods, and where they are now. */
  placed: { pod: number; node: number }[];
  unplaced: Unplaced[];
  /** Pods that were running and had to make room. */
  preempted: number[];
}

/**
 * Nodes that take a pod and are compared. The scheduler compares as many of a
 * hundred nodes, and up to a tenth of thousands: that finds a somewhat better place,
 * never one where there is none here.
 * Source: k8s.io/kubernetes pkg/scheduler/schedule_one.go `minFeasibleNodesToFind`
 */
const COMPARED = 100;

/**
 * Places pods one after the other, the ones of higher priority first, as the
 * scheduler does, and leaves them there. It is one of the ways it may go: which
 * pods come first, and to which of equal nodes they go, is chance in a cluster.
 * So *unplaced* means that no place was found, and not that there is none.
 * Source: k8s.io/kubernetes pkg/scheduler/schedule_one.go, framework/plugins/queuesort
 */
export class Scheduler {
  readonly #state: SchedulingState;
  readonly #lost: Uint8Array;
  /** Where the next search begins: each goes on where the last one ended. */
  #start = 0;
  /** Classes that found no place: at which version of the state last, and why at first. */
  readonly #failed = new Map<number, { version: number; refusals: Refusals }>();
  /** Classes for which nobody can make room: what is placed meanwhile is as important or more. */
  readonly #hopeless = new Set<number>();

  /** `lost`: 1 for each node that takes nothing any more. */
  constructor(state: SchedulingState, lost: Uint8Array) {
    this.#state = state;
    this.#lost = lost;
  }

  place(pods: readonly number[]): Placed {
    const result: Placed = { placed: [], unplaced: [], preempted: [] };
    const queue = new PodQueue(pods, pod => this.#state.classOf(pod).priority);
    for (let pod = queue.next(); pod !== undefined; pod = queue.next()) {
      const node = this.#find(pod);
      if (node >= 0) {
        this.#state.move(pod, node);
        result.placed.push({ pod, node });
        continue;
      }
      const victims = this.#preempt(pod);
      if (victims) {
        for (const victim of victims.pods) {
          this.#state.move(victim, -1);
          result.preempted.push(victim);
          queue.add(victim);
        }
        this.#state.move(pod, victims.node);
        result.placed.push({ pod, node: victims.node });
        continue;
      }
      result.unplaced.push({ pod, refusals: this.#refusals(pod) });
    }
    return settled(result);
  }

  #find(pod: number): number {
    const { model } = this.#state;
    const number = model.classOf[pod];
    if (this.#hasFailed(pod)) return -1;
    const podClass = model.classes[number];
    if (podClass.reach.state === 'waits') return -1;
    const filter = new NodeFilter(this.#state, this.#lost, podClass);
    const { count } = model.columns;
    const found: number[] = [];
    let looked = 0;
    for (; looked < count && found.length < COMPARED; looked++) {
      const node = (this.#start + looked) % count;
      if (filter.refusal(node) === undefined) found.push(node);
    }
    this.#start = count === 0 ? 0 : (this.#start + looked) % count;
    return found.length === 0 ? -1 : bestNode(this.#state, podClass, found);
  }

  /** Whether a pod of its class found no place at this very state. */
  #hasFailed(pod: number): boolean {
    const { model, version } = this.#state;
    return this.#failed.get(model.classOf[pod])?.version === version;
  }

  #preempt(pod: number): Victims | undefined {
    const number = this.#state.model.classOf[pod];
    if (this.#hopeless.has(number)) return undefined;
    const victims = preempt(this.#state, this.#lost, pod);
    if (victims) this.#hopeless.clear();
    else this.#hopeless.add(number);
    return victims;
  }

  #refusals(pod: number): Refusals {
    const { model, version } = this.#state;
    const number = model.classOf[pod];
    const refusals =
      this.#failed.get(number)?.refusals ??
      refusalsOf(this.#state, this.#lost, model.classes[number]);
    this.#failed.set(number, { version, refusals });
    return refusals;
  }
}

/** A pod that made room and found another place is placed; one that was placed and made room later is not. */
function settled({ placed, unplaced, preempted }: Placed): Placed {
  const last = new Map<number, { pod: number; node: number }>();
  for (const entry of placed) last.set(entry.pod, entry);
  for (const { pod } of unplaced) last.delete(pod);
  return { placed: [...last.values()], unplaced, preempted };
}
