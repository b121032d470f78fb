/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { CPU, MEMORY } from './nodeColumns';
import type { PodClass } from './podClasses';
import type { SchedulingState } from './schedulingState';
import type { SpreadRule } from './topologyRules';

const MOST = 100;
/** Weight of the spread in the sum of all scores. Source: k8s.io/kubernetes pkg/scheduler/apis/config/v1/default_plugins.go */
const SPREAD_WEIGHT = 2;

/**
 * The best of the nodes that take a pod, as the scheduler compares them: what is
 * left of processors and memory, how evenly both are used, and the spread that
 * the pod prefers. Of equals the first. Preferred affinities and images that are
 * there already are left out: the snapshot does not hold them.
 * Source: k8s.io/kubernetes pkg/scheduler/framework/plugins/noderesources
 * (least_allocated.go, balanced_allocation.go), podtopologyspread/scoring.go
 */
export function bestNode(
  state: SchedulingState,
  { scored, rules }: PodClass,
  nodes: readonly number[],
): number {
  if (nodes.length === 1) return nodes[0];
  const { allocatable } = state.model.columns;
  const { scoredCpu, scoredMemory } = state;
  const spread = spreadScores(state, rules.soft, nodes);
  let best = nodes[0];
  let highest = -1;
  for (let place = 0; place < nodes.length; place++) {
    const node = nodes[place];
    const cpu = share(scoredCpu[node] + scored.cpu, allocatable[CPU][node]);
    const memory = share(
      scoredMemory[node] + scored.memory,
      allocatable[MEMORY][node],
    );
    const left = Math.floor((MOST * (2 - cpu - memory)) / 2);
    const balance = Math.floor(MOST * (1 - Math.abs(cpu - memory) / 2));
    const score = left + balance + (spread ? SPREAD_WEIGHT * spread[place] : 0);
    if (score > highest) {
      highest = score;
      best = node;
    }
  }
  return best;
}

function share(used: number, all: number): number {
  return all > 0 ? Math.min(1, used / all) : 1;
}

/** Of each of the nodes: from 0 to 100, the more the fewer of the pod's like are near. */
function spreadScores(
  { model, selected }: SchedulingState,
  rules: readonly SpreadRule[],
  nodes: readonly number[],
): Float64Array | undefined {
  if (rules.length === 0) return undefined;
  const scores = new Float64Array(nodes.length);
  for (const { term, maxSkew } of rules) {
    const { of, names } = model.terms.all[term].domains;
    const counts = selected[term];
    const weight = Math.log(domainsAmong(nodes, of, names.length) + 2);
    for (let place = 0; place < nodes.length; place++) {
      const domain = of[nodes[place]];
      if (domain >= 0)
        scores[place] += counts.in(domain) * weight + maxSkew - 1;
    }
  }
  let most = 0;
  let least = Infinity;
  for (let place = 0; place < scores.length; place++) {
    scores[place] = Math.round(scores[place]);
    most = Math.max(most, scores[place]);
    least = Math.min(least, scores[place]);
  }
  for (let place = 0; place < scores.length; place++) {
    scores[place] =
      most === 0
        ? MOST
        : Math.floor((MOST * (most + least - scores[place])) / most);
  }
  return scores;
}

function domainsAmong(
  nodes: readonly number[],
  of: Int32Array,
  domains: number,
): number {
  const seen = new Uint8Array(domains);
  let count = 0;
  for (let place = 0; place < nodes.length; place++) {
    const domain = of[nodes[place]];
    if (domain < 0 || seen[domain]) continue;
    seen[domain] = 1;
    count += 1;
  }
  return count;
}
