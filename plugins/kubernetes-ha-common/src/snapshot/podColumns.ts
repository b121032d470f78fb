/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { z } from 'zod/v4';
import { runSteps, Steps } from '../steps';
import {
  addToRuns,
  addToSparse,
  Dictionary,
  entryOf,
  fromDeltas,
  fromRuns,
  wrongLength,
} from './columns';
import { PodInfo, podSchema } from './sections/inventory';
import { secondsOfTime, timeOfSeconds } from './wholeSeconds';

const runs = z.array(z.number());
const numbers = z.array(z.number());
const sparse = <T extends z.ZodType>(value: T) =>
  z.array(z.tuple([z.number(), value]));

/** What all pods of one owner have in common. */
const shapeSchema = podSchema.pick({
  phase: true,
  ready: true,
  ownerKind: true,
  priority: true,
  priorityClass: true,
  cpuMillis: true,
  memoryBytes: true,
  mirror: true,
  hostNetwork: true,
});
type Shape = z.infer<typeof shapeSchema>;

/**
 * Pods by columns, for storage: plain JSON that compresses well, at most 20
 * bytes a pod with gzip for a large cluster (the test measures it). Rows stay
 * in their order.
 * @public
 */
export const podColumnsSchema = z.object({
  version: z.literal(1),
  rows: z.number().int().nonnegative(),
  namespaces: z.array(z.string()),
  /** Number of the namespace. */
  namespace: runs,
  /** Name of the owner and of the app, `null` for none. */
  groups: z.array(z.tuple([z.string().nullable(), z.string().nullable()])),
  group: runs,
  shapes: z.array(shapeSchema),
  shape: runs,
  nodes: z.array(z.string().nullable()),
  node: numbers,
  /** What of the name comes after the owner's name and a dash; else all of it. All in one string. */
  tails: z.string(),
  tailLength: runs,
  /** 1 where the name begins with the owner's. */
  tailOnly: runs,
  /** Seconds since 1970, as differences from row to row. */
  created: numbers,
  /** Times of creation that are missing (`null`) or not whole seconds as `…Z`. */
  createdOtherwise: sparse(z.string().nullable()),
  restarts: sparse(z.number()),
  unschedulableSince: sparse(z.string()),
  deletedAt: sparse(z.string()),
  controlPlane: sparse(podSchema.shape.controlPlane.unwrap()),
  uid: sparse(z.string()),
});
/** See {@link podColumnsSchema}. @public */
export type PodColumns = z.infer<typeof podColumnsSchema>;

/** Pods between two pauses; about 3 ms. (measured) */
const ROWS_A_STEP = 500;

/** Writes pods by columns; {@link decodePodColumns} gives the same pods again. @public */
export function encodePodColumns(pods: readonly PodInfo[]): PodColumns {
  return runSteps(encodePodColumnsSteps(pods));
}

/** {@link encodePodColumns} in steps. @public */
export function* encodePodColumnsSteps(
  pods: readonly PodInfo[],
): Steps<PodColumns> {
  const namespaces = new Dictionary<string>();
  const groups = new Dictionary<[string | null, string | null]>();
  const shapes = new Dictionary<Shape>();
  const nodes = new Dictionary<string | null>();
  const tails: string[] = [];
  const columns: PodColumns = {
    version: 1,
    rows: pods.length,
    namespace: [],
    group: [],
    shape: [],
    node: [],
    namespaces: namespaces.values,
    groups: groups.values,
    shapes: shapes.values,
    nodes: nodes.values,
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
  let createdBefore = 0;
  let before: PodInfo | undefined;
  let group = 0;
  let shape = 0;
  for (const [row, pod] of pods.entries()) {
    const tail = tailOf(pod);
    tails.push(tail);
    addToRuns(columns.namespace, namespaces.add(pod.namespace));
    // Pods of one owner follow each other: most are as the one before.
    if (!before || !isOfGroup(pod, before)) {
      group = groups.add([pod.ownerName ?? null, pod.app ?? null]);
    }
    if (!before || !isOfShape(pod, before)) shape = shapes.add(shapeOf(pod));
    before = pod;
    addToRuns(columns.group, group);
    addToRuns(columns.shape, shape);
    columns.node.push(nodes.add(pod.nodeName ?? null));
    addToRuns(columns.tailLength, tail.length);
    addToRuns(columns.tailOnly, Number(tail.length < pod.name.length));

    const { createdAt } = pod;
    const seconds =
      createdAt === undefined ? undefined : secondsOfTime(createdAt);
    // For a row without seconds those of the row before: the smallest difference.
    columns.created.push((seconds ?? createdBefore) - createdBefore);
    createdBefore = seconds ?? createdBefore;
    if (seconds === undefined) {
      columns.createdOtherwise.push([row, pod.createdAt ?? null]);
    }
    addToSparse(columns.restarts, row, pod.restartCount || undefined);
    addToSparse(columns.unschedulableSince, row, pod.unschedulableSince);
    addToSparse(columns.deletedAt, row, pod.deletedAt);
    addToSparse(columns.controlPlane, row, pod.controlPlane);
    addToSparse(columns.uid, row, pod.uid);
    if (row % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
  }
  return { ...columns, tails: tails.join('') };
}

/**
 * Reads what {@link encodePodColumns} wrote. Throws when the columns do not
 * belong together.
 * @public
 */
export function decodePodColumns(columns: PodColumns): PodInfo[] {
  return runSteps(decodePodColumnsSteps(columns));
}

/** {@link decodePodColumns} in steps. @public */
export function* decodePodColumnsSteps(columns: PodColumns): Steps<PodInfo[]> {
  const { rows } = columns;
  if (columns.node.length !== rows || columns.created.length !== rows) {
    throw wrongLength();
  }
  const namespace = fromRuns(columns.namespace, rows);
  const group = fromRuns(columns.group, rows);
  const shape = fromRuns(columns.shape, rows);
  const tailLength = fromRuns(columns.tailLength, rows);
  const tailOnly = fromRuns(columns.tailOnly, rows);
  const created = fromDeltas(columns.created);
  yield;
  let tailStart = 0;
  let prefixed: string | null = null;
  let prefix = '';
  const pods: PodInfo[] = [];
  for (let row = 0; row < rows; row++) {
    const [ownerName, app] = entryOf(columns.groups, group[row]);
    const nodeName = entryOf(columns.nodes, columns.node[row]);
    const tail = columns.tails.slice(tailStart, tailStart + tailLength[row]);
    tailStart += tailLength[row];
    if (ownerName !== prefixed) {
      prefixed = ownerName;
      prefix = `${ownerName}-`;
    }
    // Spread first and once: with more of it a pod takes 512 bytes in place of 350. (measured, Node 24)
    const pod: PodInfo = {
      ...entryOf(columns.shapes, shape[row]),
      namespace: entryOf(columns.namespaces, namespace[row]),
      name: tailOnly[row] ? `${prefix}${tail}` : tail,
      restartCount: 0,
      createdAt: timeOfSeconds(created[row]),
    };
    if (nodeName !== null) pod.nodeName = nodeName;
    if (ownerName !== null) pod.ownerName = ownerName;
    if (app !== null) pod.app = app;
    pods.push(pod);
    if (row % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
  }
  if (tailStart !== columns.tails.length) throw wrongLength();
  for (const [row, text] of columns.createdOtherwise) {
    const pod = entryOf(pods, row);
    if (text === null) delete pod.createdAt;
    else pod.createdAt = text;
  }
  for (const [row, count] of columns.restarts) {
    entryOf(pods, row).restartCount = count;
  }
  for (const [row, time] of columns.unschedulableSince) {
    entryOf(pods, row).unschedulableSince = time;
  }
  for (const [row, time] of columns.deletedAt) {
    entryOf(pods, row).deletedAt = time;
  }
  for (const [row, component] of columns.controlPlane) {
    entryOf(pods, row).controlPlane = component;
  }
  for (const [row, uid] of columns.uid) entryOf(pods, row).uid = uid;
  return pods;
}

function isOfGroup(pod: PodInfo, other: PodInfo): boolean {
  return pod.ownerName === other.ownerName && pod.app === other.app;
}

const shapeKeys = Object.keys(shapeSchema.shape) as (keyof Shape)[];

function isOfShape(pod: PodInfo, other: PodInfo): boolean {
  return shapeKeys.every(key => pod[key] === other[key]);
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
  return ownerName !== undefined && name.startsWith(`${ownerName}-`)
    ? name.slice(ownerName.length + 1)
    : name;
}
