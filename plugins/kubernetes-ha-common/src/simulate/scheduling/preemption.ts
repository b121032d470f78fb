/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { NodeFilter, NodeRefusal } from './nodeFilter';
import type { SchedulingState } from './schedulingState';

/** Which pods make room for another, and on which node. */
export interface Victims {
  node: number;
  pods: readonly number[];
}

interface Candidate extends Victims {
  highest: number;
  sum: number;
  newest: string;
}

/** Refusals of a node that stay whoever leaves it. Source: the plugins' `UnschedulableAndUnresolvable` */
const lasting: ReadonlySet<NodeRefusal> = new Set<NodeRefusal>([
  'unschedulable',
  'tainted',
  'not-selected',
  'volume',
  'spread-label',
  'affinity',
]);

/** Priorities may be negative: so added, few of them are less than many. */
const ABOVE_NEGATIVE = 2 ** 31;

/**
 * Pods of lower priority that have to go so that a pod finds a place: the node
 * where the most important of them is least important, then where all together
 * are, then where they are fewest, then where they are youngest. Undefined when
 * it does not help anywhere. The state is as before.
 *
 * Budgets are asked last of all by the scheduler, too: it prefers not to break
 * them, and breaks them where nothing else helps. Here they are not asked.
 * Source: k8s.io/kubernetes pkg/scheduler/framework/preemption
 */
export function preempt(
  state: SchedulingState,
  lost: Uint8Array,
  pod: number,
): Victims | undefined {
  const podClass = state.classOf(pod);
  const { count } = state.model.columns;
  if (!podClass.mayPreempt || podClass.reach.state === 'waits')
    return undefined;
  let best: Candidate | undefined;
  const filter = new NodeFilter(state, lost, podClass);
  for (let node = 0; node < count; node++) {
    if (state.lowestOn[node] >= podClass.priority) continue;
    const refusal = filter.refusal(node);
    if (refusal === undefined || lasting.has(refusal)) continue;
    const candidate = candidateOn(state, lost, pod, node);
    if (candidate && (!best || isBetter(candidate, best))) best = candidate;
  }
  return best && { node: best.node, pods: best.pods };
}

function candidateOn(
  state: SchedulingState,
  lost: Uint8Array,
  pod: number,
  node: number,
): Candidate | undefined {
  const podClass = state.classOf(pod);
  const lower = state
    .podsOn(node)
    .filter(other => state.classOf(other).priority < podClass.priority);
  if (lower.length === 0) return undefined;
  const mark = state.mark;
  const takes = () =>
    new NodeFilter(state, lost, podClass).refusal(node) === undefined;
  try {
    for (const victim of lower) state.move(victim, -1);
    if (!takes()) return undefined;
    const victims: number[] = [];
    for (const victim of mostImportantFirst(state, lower)) {
      state.move(victim, node);
      if (!takes()) {
        state.move(victim, -1);
        victims.push(victim);
      }
    }
    return victims.length > 0 ? asCandidate(state, node, victims) : undefined;
  } finally {
    state.rewind(mark);
  }
}

function asCandidate(
  state: SchedulingState,
  node: number,
  pods: readonly number[],
): Candidate {
  const priorities = pods.map(pod => state.classOf(pod).priority);
  const highest = Math.max(...priorities);
  const started = pods
    .filter(pod => state.classOf(pod).priority === highest)
    .map(pod => state.model.pods[pod].createdAt ?? '');
  return {
    node,
    pods,
    highest,
    sum: priorities.reduce((sum, one) => sum + one + ABOVE_NEGATIVE, 0),
    newest: started.sort()[0],
  };
}

function isBetter(one: Candidate, other: Candidate): boolean {
  if (one.highest !== other.highest) return one.highest < other.highest;
  if (one.sum !== other.sum) return one.sum < other.sum;
  if (one.pods.length !== other.pods.length) {
    return one.pods.length < other.pods.length;
  }
  return one.newest > other.newest;
}

/** By priority, and of one priority the oldest first. */
function mostImportantFirst(
  { model }: SchedulingState,
  pods: readonly number[],
): number[] {
  const priorityOf = (pod: number) =>
    model.classes[model.classOf[pod]].priority;
  return [...pods].sort(
    (a, b) =>
      priorityOf(b) - priorityOf(a) ||
      compare(model.pods[a].createdAt ?? '', model.pods[b].createdAt ?? ''),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
