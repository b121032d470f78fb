/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { NodeInfo } from '../../snapshot/sections/inventory';

/** Where the nodes are by one label: equal values are one domain. */
export interface Domains {
  /** Of each node: the number of its domain; −1 without the label. */
  of: Int32Array;
  names: string[];
}

/** Numbers of the resources that every node has. */
export const CPU = 0;
export const MEMORY = 1;
export const PODS = 2;

const ZONE = 'topology.kubernetes.io/zone';

/**
 * The nodes of a cluster by columns, in the order in which the scheduler looks
 * at them: one of each zone after the other.
 * Source: k8s.io/kubernetes pkg/scheduler/backend/cache/node_tree.go
 */
export class NodeColumns {
  readonly nodes: readonly NodeInfo[];
  /** Names of the resources: `cpu` in millicores, `memory` in bytes, `pods`, and others. */
  readonly resources: readonly string[];
  /** Of each resource, of each node: what it has for pods. */
  readonly allocatable: readonly Float64Array[];
  readonly #places = new Map<string, number>();
  readonly #resourceNumbers = new Map<string, number>();
  readonly #domains = new Map<string, Domains>();

  constructor(nodes: readonly NodeInfo[]) {
    this.nodes = byTurnsOfZones(nodes);
    this.nodes.forEach(({ name }, place) => this.#places.set(name, place));
    const others = new Set(
      nodes.flatMap(({ allocatable }) => Object.keys(allocatable.others ?? {})),
    );
    this.resources = ['cpu', 'memory', 'pods', ...[...others].sort()];
    this.resources.forEach((name, number) =>
      this.#resourceNumbers.set(name, number),
    );
    this.allocatable = this.resources.map((name, number) =>
      Float64Array.from(this.nodes, node => amountOf(node, name, number)),
    );
  }

  get count(): number {
    return this.nodes.length;
  }

  /** The place of a node in the columns; −1 when there is none of this name. */
  placeOf(name: string | undefined): number {
    return name === undefined ? -1 : this.#places.get(name) ?? -1;
  }

  /** The number of a resource; undefined when no node has any of it. */
  resourceNumber(name: string): number | undefined {
    return this.#resourceNumbers.get(name);
  }

  /** The domains of a label. */
  domains(key: string): Domains {
    let known = this.#domains.get(key);
    if (!known) {
      known = domainsBy(this.nodes, key);
      this.#domains.set(key, known);
    }
    return known;
  }
}

function amountOf(
  { allocatable }: NodeInfo,
  name: string,
  number: number,
): number {
  switch (number) {
    case CPU:
      return allocatable.cpuMillis;
    case MEMORY:
      return allocatable.memoryBytes;
    case PODS:
      return allocatable.pods;
    default:
      return allocatable.others?.[name] ?? 0;
  }
}

function domainsBy(nodes: readonly NodeInfo[], key: string): Domains {
  const numbers = new Map<string, number>();
  const of = Int32Array.from(nodes, ({ labels }) => {
    if (!Object.hasOwn(labels, key)) return -1;
    const known = numbers.get(labels[key]);
    if (known !== undefined) return known;
    numbers.set(labels[key], numbers.size);
    return numbers.size - 1;
  });
  return { of, names: [...numbers.keys()] };
}

function byTurnsOfZones(nodes: readonly NodeInfo[]): NodeInfo[] {
  const zones = new Map<string, NodeInfo[]>();
  for (const node of nodes) {
    const zone = `${node.region ?? ''}/${node.labels[ZONE] ?? node.zone ?? ''}`;
    const inZone = zones.get(zone);
    if (inZone) inZone.push(node);
    else zones.set(zone, [node]);
  }
  const all = [...zones.values()];
  const longest = Math.max(0, ...all.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) =>
    all.flatMap(inZone => inZone[turn] ?? []),
  ).flat();
}
