/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { PodInfo } from '../../snapshot/sections/inventory';
import type { HostPort, PodPlacement } from '../../snapshot/sections/placement';
import { CPU, MEMORY, NodeColumns, PODS } from './nodeColumns';
import { NodeMasks } from './nodeMasks';
import { TopologyRuleReader, TopologyRules } from './topologyRules';
import { LabelSet, TopologyTerms } from './topologyTerms';
import type { VolumeReach, Volumes } from './volumes';

/** What pods ask for that are placed alike. */
export interface PodClass {
  labelSet: number;
  priority: number;
  mayPreempt: boolean;
  /** Amounts by the numbers of the resources, one pod among them. */
  requests: readonly { resource: number; amount: number }[];
  /** Resources that it asks for and no node has. */
  lacking: readonly string[];
  /** Processors and memory as the scheduler compares nodes: a pod that asks for none counts as one that does. */
  scored: { cpu: number; memory: number };
  hostPorts: readonly HostPort[];
  /** One of `nodeStates` of each node. */
  mask: Uint8Array;
  rules: TopologyRules;
  reach: VolumeReach;
  /** False when the snapshot does not say all that decides where it may run. */
  isCertain: boolean;
}

/** What a pod that asks for nothing counts as. Source: k8s.io/kubernetes pkg/scheduler/util/pod_resources.go */
const SCORED_CPU = 100;
const SCORED_MEMORY = 200 * 1024 * 1024;

const NOTHING_KNOWN: PodPlacement = {};

/** Sorts pods into classes: hundreds of pods are of one template. */
export class PodClasses {
  readonly all: PodClass[] = [];
  readonly terms: TopologyTerms;
  readonly #columns: NodeColumns;
  readonly #masks: NodeMasks;
  readonly #rules: TopologyRuleReader;
  readonly #volumes: Volumes;
  readonly #labelSets: LabelSet[] = [];
  readonly #labelNumbers = new Map<string, number>();
  readonly #placements = new Map<PodPlacement, number>();
  readonly #placementTexts = new Map<string, number>();
  readonly #numbers = new Map<string, number>();

  constructor(
    columns: NodeColumns,
    volumes: Volumes,
    namespaces: readonly string[],
  ) {
    this.#columns = columns;
    this.#volumes = volumes;
    this.terms = new TopologyTerms(columns);
    this.#masks = new NodeMasks(columns);
    this.#rules = new TopologyRuleReader(this.terms, this.#masks, namespaces);
  }

  /** The number of a pod's class. */
  add(pod: PodInfo): number {
    const placement = pod.placement ?? NOTHING_KNOWN;
    const reach = this.#volumes.reachOf(pod);
    const key = [
      this.#placementNumber(placement),
      pod.namespace,
      pod.cpuMillis,
      pod.memoryBytes,
      pod.priority ?? 0,
      pod.hostNetwork,
      placement.claims?.length ? JSON.stringify(reach) : '',
    ].join('\n');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.all.push(this.#classOf(pod, placement, reach));
    this.#numbers.set(key, this.all.length - 1);
    return this.all.length - 1;
  }

  /** Once all pods are added: which terms select which of them. */
  finish(): void {
    this.terms.select(this.#labelSets);
  }

  #classOf(
    pod: PodInfo,
    placement: PodPlacement,
    reach: VolumeReach,
  ): PodClass {
    const labelSet = {
      namespace: pod.namespace,
      labels: placement.labels ?? {},
    };
    const rules = this.#rules.read(placement, labelSet);
    const { requests, lacking } = this.#requestsOf(pod, placement);
    return {
      labelSet: this.#labelNumber(labelSet),
      priority: pod.priority ?? 0,
      mayPreempt: placement.preemptionPolicy !== 'Never',
      requests,
      lacking,
      scored: {
        cpu: pod.cpuMillis || SCORED_CPU,
        memory: pod.memoryBytes || SCORED_MEMORY,
      },
      hostPorts: placement.hostPorts ?? [],
      mask: this.#masks.of(placement, reach),
      rules,
      reach,
      isCertain:
        pod.placement !== undefined &&
        rules.isCertain &&
        reach.state !== 'unknown' &&
        !placement.truncated &&
        !placement.resourceClaims,
    };
  }

  #requestsOf(
    pod: PodInfo,
    { resources = {} }: PodPlacement,
  ): Pick<PodClass, 'requests' | 'lacking'> {
    const requests = [{ resource: PODS, amount: 1 }];
    if (pod.cpuMillis > 0) {
      requests.push({ resource: CPU, amount: pod.cpuMillis });
    }
    if (pod.memoryBytes > 0) {
      requests.push({ resource: MEMORY, amount: pod.memoryBytes });
    }
    const lacking: string[] = [];
    for (const [name, amount] of Object.entries(resources)) {
      if (amount === 0) continue;
      const resource = this.#columns.resourceNumber(name);
      if (resource === undefined) lacking.push(name);
      else requests.push({ resource, amount });
    }
    return { requests, lacking };
  }

  #labelNumber(labelSet: LabelSet): number {
    const key = JSON.stringify(labelSet);
    const known = this.#labelNumbers.get(key);
    if (known !== undefined) return known;
    this.#labelSets.push(labelSet);
    this.#labelNumbers.set(key, this.#labelSets.length - 1);
    return this.#labelSets.length - 1;
  }

  /** Pods of one template have one object; equal ones of several readings have equal JSON. */
  #placementNumber(placement: PodPlacement): number {
    const known = this.#placements.get(placement);
    if (known !== undefined) return known;
    const text = JSON.stringify(placement);
    const number = this.#placementTexts.get(text) ?? this.#placementTexts.size;
    this.#placementTexts.set(text, number);
    this.#placements.set(placement, number);
    return number;
  }
}
