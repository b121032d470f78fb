/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { addToRuns, addToSparse, Dictionary, Runs } from './columns';
import type { PodColumns } from './podColumns';
import type { PodInfo } from './sections/inventory';
import type { PodPlacement } from './sections/placement';
import { secondsOfTime } from './wholeSeconds';

type Shape = PodColumns['shapes'][number];

/** Writes pods by columns, one after the other. */
export class PodColumnsWriter {
  readonly #namespaces = new Dictionary<string>();
  readonly #groups = new Dictionary<[string | null, string | null]>();
  readonly #shapes = new Dictionary<Shape>();
  readonly #nodes = new Dictionary<string | null>();
  readonly #placements = new Dictionary<PodPlacement | null>();
  /** Pods of one template share theirs: looked up without being written. */
  readonly #placementNumbers = new Map<PodPlacement, number>();
  readonly #placement: Runs = [];
  readonly #tails: string[] = [];
  readonly #columns: PodColumns = {
    version: 1,
    rows: 0,
    namespace: [],
    group: [],
    shape: [],
    node: [],
    namespaces: this.#namespaces.values,
    groups: this.#groups.values,
    shapes: this.#shapes.values,
    nodes: this.#nodes.values,
    tails: '',
    tailLength: [],
    tailOnly: [],
    created: [],
    createdOtherwise: [],
    restarts: [],
    unschedulableSince: [],
    deletedAt: [],
    controlPlane: [],
    uid: [],
  };
  #before: PodInfo | undefined;
  #group = 0;
  #shape = 0;
  #createdBefore = 0;

  add(pod: PodInfo): void {
    const columns = this.#columns;
    const row = columns.rows;
    columns.rows += 1;
    addToRuns(columns.namespace, this.#namespaces.add(pod.namespace));
    // Pods of one owner follow each other: most are as the one before.
    const before = this.#before;
    if (!before || !isOfGroup(pod, before)) {
      this.#group = this.#groups.add([pod.ownerName ?? null, pod.app ?? null]);
    }
    if (!before || !isOfShape(pod, before)) {
      this.#shape = this.#shapes.add(shapeOf(pod));
    }
    this.#before = pod;
    addToRuns(this.#placement, this.#placementNumber(pod.placement));
    addToRuns(columns.group, this.#group);
    addToRuns(columns.shape, this.#shape);
    columns.node.push(this.#nodes.add(pod.nodeName ?? null));
    this.#addName(pod);
    this.#addCreated(row, pod.createdAt);
    addToSparse(columns.restarts, row, pod.restartCount || undefined);
    addToSparse(columns.unschedulableSince, row, pod.unschedulableSince);
    addToSparse(columns.deletedAt, row, pod.deletedAt);
    addToSparse(columns.controlPlane, row, pod.controlPlane);
    addToSparse(columns.uid, row, pod.uid);
  }

  /** Of all pods that were added. */
  columns(): PodColumns {
    return {
      ...this.#columns,
      tails: this.#tails.join(''),
      ...(this.#placementNumbers.size > 0 && {
        placements: this.#placements.values,
        placement: this.#placement,
      }),
    };
  }

  #placementNumber(placement: PodPlacement | undefined): number {
    if (placement === undefined) return this.#placements.add(null);
    const known = this.#placementNumbers.get(placement);
    if (known !== undefined) return known;
    const number = this.#placements.add(placement);
    this.#placementNumbers.set(placement, number);
    return number;
  }

  #addName(pod: PodInfo): void {
    const tail = tailOf(pod);
    this.#tails.push(tail);
    addToRuns(this.#columns.tailLength, tail.length);
    addToRuns(this.#columns.tailOnly, Number(tail.length < pod.name.length));
  }

  #addCreated(row: number, createdAt: string | undefined): void {
    const seconds =
      createdAt === undefined ? undefined : secondsOfTime(createdAt);
    // For a row without seconds those of the row before: the smallest difference.
    const created = seconds ?? this.#createdBefore;
    this.#columns.created.push(created - this.#createdBefore);
    this.#createdBefore = created;
    if (seconds === undefined) {
      this.#columns.createdOtherwise.push([row, createdAt ?? null]);
    }
  }
}

function isOfGroup(pod: PodInfo, other: PodInfo): boolean {
  return pod.ownerName === other.ownerName && pod.app === other.app;
}

function isOfShape(pod: PodInfo, other: PodInfo): boolean {
  return (
    pod.phase === other.phase &&
    pod.ready === other.ready &&
    pod.ownerKind === other.ownerKind &&
    pod.priority === other.priority &&
    pod.priorityClass === other.priorityClass &&
    pod.cpuMillis === other.cpuMillis &&
    pod.memoryBytes === other.memoryBytes &&
    pod.mirror === other.mirror &&
    pod.hostNetwork === other.hostNetwork
  );
}

/** Keys in one order and none without a value: equal shapes are equal JSON. */
function shapeOf(pod: PodInfo): Shape {
  const { ownerKind, priority, priorityClass } = pod;
  return {
    phase: pod.phase,
    ready: pod.ready,
    cpuMillis: pod.cpuMillis,
    memoryBytes: pod.memoryBytes,
    mirror: pod.mirror,
    hostNetwork: pod.hostNetwork,
    ...(ownerKind !== undefined && { ownerKind }),
    ...(priority !== undefined && { priority }),
    ...(priorityClass !== undefined && { priorityClass }),
  };
}

function tailOf({ name, ownerName }: PodInfo): string {
  return ownerName !== undefined &&
    name[ownerName.length] === '-' &&
    name.startsWith(ownerName)
    ? name.slice(ownerName.length + 1)
    : name;
}
