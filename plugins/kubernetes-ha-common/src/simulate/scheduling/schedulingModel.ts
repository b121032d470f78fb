/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { runSteps, Steps } from '../../steps';
import type { NodeInfo, PodInfo } from '../../snapshot/sections/inventory';
import { NodeColumns } from './nodeColumns';
import { PodClass, PodClasses } from './podClasses';
import type { TopologyTerms } from './topologyTerms';
import { VolumeLists, Volumes } from './volumes';

/** Pods that are sorted between two pauses. */
const AT_ONCE = 2_000;

/** What the scheduler knows of a cluster, by columns; never changed. */
export interface SchedulingModel {
  columns: NodeColumns;
  pods: readonly PodInfo[];
  classes: readonly PodClass[];
  /** Of all classes: a pod that has it takes nobody's place. */
  lowestPriority: number;
  terms: TopologyTerms;
  /** Of each pod: the number of its class; −1 for one that has ended. */
  classOf: Int32Array;
  /** Of each pod: the place of its node; −1 while it has none. */
  nodeOf: Int32Array;
  /** Of each node: the pods on it, in the order of the snapshot. */
  podsOn: readonly (readonly number[])[];
}

/** The model of nodes and pods. */
export function schedulingModel(
  nodes: readonly NodeInfo[],
  pods: readonly PodInfo[],
  volumes: VolumeLists,
): SchedulingModel {
  return runSteps(schedulingModelSteps(nodes, pods, volumes));
}

/** {@link schedulingModel} in steps. */
export function* schedulingModelSteps(
  nodes: readonly NodeInfo[],
  pods: readonly PodInfo[],
  volumes: VolumeLists,
): Steps<SchedulingModel> {
  const columns = new NodeColumns(nodes);
  const namespaces = [...new Set(pods.map(({ namespace }) => namespace))];
  yield;
  const classes = new PodClasses(columns, new Volumes(volumes), namespaces);
  const classOf = new Int32Array(pods.length).fill(-1);
  const nodeOf = new Int32Array(pods.length).fill(-1);
  const podsOn: number[][] = columns.nodes.map(() => []);
  for (let number = 0; number < pods.length; number++) {
    if (number % AT_ONCE === AT_ONCE - 1) yield;
    const pod = pods[number];
    if (pod.phase === 'Succeeded' || pod.phase === 'Failed') continue;
    classOf[number] = classes.add(pod);
    const node = columns.placeOf(pod.nodeName);
    nodeOf[number] = node;
    if (node >= 0) podsOn[node].push(number);
  }
  yield;
  classes.finish();
  yield;
  return {
    columns,
    pods,
    classes: classes.all,
    lowestPriority: classes.all.reduce(
      (lowest, { priority }) => Math.min(lowest, priority),
      Infinity,
    ),
    terms: classes.terms,
    classOf,
    nodeOf,
    podsOn,
  };
}
