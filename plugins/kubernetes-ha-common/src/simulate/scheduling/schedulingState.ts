/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { HostPort } from '../../snapshot/sections/placement';
import { DomainCounts, domainCounts } from './domainCounts';
import type { PodClass } from './podClasses';
import type { SchedulingModel } from './schedulingModel';

/**
 * Which pod is where, and what that leaves: changed by moving pods, and put back
 * by {@link SchedulingState.rewind}, so that thousands of losses are tried on one.
 */
export class SchedulingState {
  readonly model: SchedulingModel;
  /** Of each resource, of each node: what no pod asks for. */
  readonly free: readonly Float64Array[];
  /** Of each node: what its pods count as where nodes are compared. */
  readonly scoredCpu: Float64Array;
  readonly scoredMemory: Float64Array;
  /** Of each node: no pod on it has a lower priority. */
  readonly lowestOn: Float64Array;
  /** Of each pod: the place of its node; −1 while it has none. */
  readonly nodeOf: Int32Array;
  /** Of each term, of each domain: pods that it selects. */
  readonly selected: readonly DomainCounts[];
  /** Of each term that some pods keep away from, of each domain: those pods. */
  readonly repelling: ReadonlyMap<number, DomainCounts>;
  /** Grows with each change: what was found at one holds until the next. */
  version = 0;
  readonly #ports = new Map<number, HostPort[]>();
  /** Of terms that have not changed since they were asked. */
  readonly #least = new Map<number, { count: number; domains: number }>();
  readonly #journal: { pod: number; from: number }[] = [];
  /** Of each node: pods on it that are not there in the snapshot. */
  readonly #arrived = new Map<number, number[]>();

  constructor(model: SchedulingModel) {
    const { columns, terms, pods, classOf } = model;
    this.model = model;
    this.free = columns.allocatable.map(amounts => Float64Array.from(amounts));
    this.scoredCpu = new Float64Array(columns.count);
    this.scoredMemory = new Float64Array(columns.count);
    this.lowestOn = new Float64Array(columns.count).fill(Infinity);
    const countsOf = (term: number) =>
      domainCounts(terms.all[term].domains.names.length);
    this.selected = terms.all.map((_, term) => countsOf(term));
    this.repelling = new Map(
      model.classes
        .flatMap(({ rules }) => rules.antiAffinity)
        .map(term => [term, countsOf(term)]),
    );
    this.nodeOf = new Int32Array(pods.length).fill(-1);
    for (let pod = 0; pod < pods.length; pod++) {
      if (classOf[pod] >= 0 && model.nodeOf[pod] >= 0) {
        this.#enter(pod, model.nodeOf[pod]);
      }
    }
  }

  classOf(pod: number): PodClass {
    return this.model.classes[this.model.classOf[pod]];
  }

  /** Pods on a node now. */
  podsOn(node: number): readonly number[] {
    const stayed = this.model.podsOn[node].filter(
      pod => this.nodeOf[pod] === node,
    );
    return [...stayed, ...(this.#arrived.get(node) ?? [])];
  }

  /** Host ports that are taken on a node. */
  portsOn(node: number): readonly HostPort[] {
    return this.#ports.get(node) ?? [];
  }

  /**
   * Pods that a term selects in the domain that has fewest of them: a new one may
   * be so many above it. 0 where there are fewer domains than `minDomains`.
   */
  leastSelected(term: number, minDomains: number): number {
    let least = this.#least.get(term);
    if (!least) {
      const { eligibleDomains } = this.model.terms.all[term];
      least = this.selected[term].least(eligibleDomains);
      this.#least.set(term, least);
    }
    return least.domains < minDomains ? 0 : least.count;
  }

  /** Puts a pod on a node, or with −1 on none. */
  move(pod: number, node: number): void {
    this.#journal.push({ pod, from: this.nodeOf[pod] });
    this.#move(pod, node);
  }

  /** How many moves there were: to come back to. */
  get mark(): number {
    return this.#journal.length;
  }

  /** Takes all moves since a mark back. */
  rewind(mark: number): void {
    while (this.#journal.length > mark) {
      const last = this.#journal.pop();
      if (last) this.#move(last.pod, last.from);
    }
  }

  #move(pod: number, node: number): void {
    this.version += 1;
    const from = this.nodeOf[pod];
    const home = this.model.nodeOf[pod];
    if (from >= 0) {
      if (from !== home) remove(this.#arrived.get(from), pod);
      this.#leave(pod, from);
    }
    if (node >= 0) {
      if (node !== home) {
        const arrived = this.#arrived.get(node);
        if (arrived) arrived.push(pod);
        else this.#arrived.set(node, [pod]);
      }
      this.#enter(pod, node);
    }
  }

  #enter(pod: number, node: number): void {
    this.nodeOf[pod] = node;
    const podClass = this.classOf(pod);
    this.#count(pod, podClass, node, 1);
    // It is not raised when a pod leaves: then it is a bound.
    this.lowestOn[node] = Math.min(this.lowestOn[node], podClass.priority);
    if (podClass.hostPorts.length > 0) {
      this.#ports.set(node, [...this.portsOn(node), ...podClass.hostPorts]);
    }
  }

  #leave(pod: number, node: number): void {
    this.nodeOf[pod] = -1;
    const podClass = this.classOf(pod);
    this.#count(pod, podClass, node, -1);
    if (podClass.hostPorts.length > 0) {
      for (const port of podClass.hostPorts) {
        remove(this.#ports.get(node), port);
      }
    }
  }

  #count(pod: number, podClass: PodClass, node: number, by: 1 | -1): void {
    const { terms, pods } = this.model;
    for (const { resource, amount } of podClass.requests) {
      this.free[resource][node] -= by * amount;
    }
    this.scoredCpu[node] += by * podClass.scored.cpu;
    this.scoredMemory[node] += by * podClass.scored.memory;
    const isLeaving = pods[pod].deletedAt !== undefined;
    for (const number of terms.selecting(podClass.labelSet)) {
      const { domains, eligible } = terms.all[number];
      // Spreading does not count pods that are being deleted, nor those elsewhere.
      if (eligible && (isLeaving || !eligible[node])) continue;
      const domain = domains.of[node];
      if (domain < 0) continue;
      this.selected[number].add(domain, by);
      this.#least.delete(number);
    }
    for (const number of podClass.rules.antiAffinity) {
      const domain = terms.all[number].domains.of[node];
      if (domain >= 0) this.repelling.get(number)?.add(domain, by);
    }
  }
}

function remove<T>(list: T[] | undefined, item: T): void {
  const place = list?.indexOf(item) ?? -1;
  if (place >= 0) list?.splice(place, 1);
}
