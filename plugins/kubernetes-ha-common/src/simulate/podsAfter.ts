/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Sections } from '../snapshot/clusterSnapshot';
import { isSchedulableWorker } from '../checks/nodes/workers';
import type { Steps } from '../steps';
import type { LostParts } from './lostParts';
import type { PodsOutcome, UnplacedPod } from './outcome';
import { fateOf, PodFate, toleratedSeconds } from './podFate';
import { CPU, MEMORY, PODS } from './scheduling/nodeColumns';
import { Scheduler, Unplaced } from './scheduling/scheduler';
import {
  SchedulingModel,
  schedulingModelSteps,
} from './scheduling/schedulingModel';
import { SchedulingState } from './scheduling/schedulingState';
import type { VolumeLists } from './scheduling/volumes';

/** With less of its pods placed than this, a loss is an outage. Source: reference checks, topology-zone-headroom */
const SERVED_SHARE = 0.95;

/** A snapshot does not hold volumes yet: where a pod with a claim may run is not known. */
const UNREAD: VolumeLists = {
  claims: undefined,
  volumes: undefined,
  classes: undefined,
};

const NO_PODS: Omit<PodsOutcome, 'verdict' | 'reason'> = {
  moved: 0,
  unplaced: [],
  preempted: 0,
  unowned: [],
  waitForNode: 0,
  shortfall: { cpuMillis: 0, memoryBytes: 0 },
  used: { cpu: 0, memory: 0, pods: 0 },
  uncertain: 0,
};

/** What became of the pods that a loss moves. */
export interface MovedPods {
  outcome: PodsOutcome;
  /** Numbers of those that found a place. */
  found: ReadonlySet<number>;
  /** Seconds that the most patient of them stays. */
  tolerated: number;
}

/** The pods of a cluster, and what each loss does to them. */
export interface PodsAfterLoss {
  /** Missing while they are not known. */
  model?: SchedulingModel;
  /** Places what a loss moves, and puts all of it back. */
  after(lost: LostParts): MovedPods;
}

class PodsAfter implements PodsAfterLoss {
  readonly model: SchedulingModel;
  readonly #state: SchedulingState;
  readonly #fates: readonly PodFate[];
  readonly #workers: readonly number[];

  constructor(model: SchedulingModel) {
    this.model = model;
    this.#state = new SchedulingState(model);
    this.#fates = model.pods.map(fateOf);
    this.#workers = model.columns.nodes.flatMap((node, place) =>
      isSchedulableWorker(node) ? [place] : [],
    );
  }

  after(lost: LostParts): MovedPods {
    const { columns, podsOn, pods, classes, classOf } = this.model;
    const marks = new Uint8Array(columns.count);
    const moving: number[] = [];
    const unowned: string[] = [];
    let waitForNode = 0;
    let tolerated = 0;
    for (const name of lost.nodes) {
      const node = columns.placeOf(name);
      if (node < 0) continue;
      marks[node] = 1;
      for (const number of podsOn[node]) {
        const fate = this.#fates[number];
        if (fate === 'stays') continue;
        tolerated = Math.max(tolerated, toleratedSeconds(pods[number]));
        if (fate === 'unowned') {
          unowned.push(`${pods[number].namespace}/${pods[number].name}`);
          continue;
        }
        if (fate === 'waits') waitForNode += 1;
        moving.push(number);
      }
    }
    const mark = this.#state.mark;
    for (const number of moving) this.#state.move(number, -1);
    const scheduler = new Scheduler(this.#state, marks);
    const { placed, unplaced, preempted } = scheduler.place(moving);
    const used = this.#used(marks);
    this.#state.rewind(mark);
    const uncertain = moving.filter(
      number => !classes[classOf[number]].isCertain,
    ).length;
    return {
      outcome: {
        ...verdictOf(
          moving.length,
          unplaced,
          uncertain > 0 || lost.mayTakeMore,
          this.model,
        ),
        moved: moving.length,
        unplaced: unplaced.map(entry => this.#unplacedPod(entry)),
        preempted: new Set(preempted).size,
        unowned: unowned.sort(),
        waitForNode,
        shortfall: {
          cpuMillis: sum(unplaced, ({ pod }) => pods[pod].cpuMillis),
          memoryBytes: sum(unplaced, ({ pod }) => pods[pod].memoryBytes),
        },
        used,
        uncertain,
      },
      found: new Set(placed.map(({ pod }) => pod)),
      tolerated,
    };
  }

  #unplacedPod({ pod, refusals }: Unplaced): UnplacedPod {
    const { namespace, name, ownerKind, ownerName } = this.model.pods[pod];
    const { priority = 0, cpuMillis, memoryBytes } = this.model.pods[pod];
    return {
      namespace,
      name,
      ...(ownerKind !== undefined && { ownerKind }),
      ...(ownerName !== undefined && { ownerName }),
      priority,
      cpuMillis,
      memoryBytes,
      refusals,
    };
  }

  /** Of the workers that are left: what their pods ask for, of what they have. */
  #used(lost: Uint8Array): PodsOutcome['used'] {
    const { allocatable } = this.model.columns;
    const { free } = this.#state;
    const shareOf = (resource: number) => {
      let all = 0;
      let left = 0;
      for (const node of this.#workers) {
        if (lost[node]) continue;
        all += allocatable[resource][node];
        left += free[resource][node];
      }
      return all > 0 ? (all - left) / all : 1;
    };
    return { cpu: shareOf(CPU), memory: shareOf(MEMORY), pods: shareOf(PODS) };
  }
}

/** The pods of a snapshot; where they are not known, each loss says why. */
export function* podsAfterSteps({
  nodes,
  pods,
}: Readonly<Sections>): Steps<PodsAfterLoss> {
  if (nodes.state === 'observed' && pods.state === 'observed') {
    return new PodsAfter(
      yield* schedulingModelSteps(nodes.value, pods.value, UNREAD),
    );
  }
  const hidden = [nodes, pods].find(({ state }) => state === 'unknown');
  const outcome: PodsOutcome =
    hidden?.state === 'unknown'
      ? { verdict: 'unknown', reason: hidden.reason, ...NO_PODS }
      : { verdict: 'not-applicable', ...NO_PODS };
  return { after: () => ({ outcome, found: new Set(), tolerated: 0 }) };
}

function verdictOf(
  moved: number,
  unplaced: readonly Unplaced[],
  isUncertain: boolean,
  { classes, classOf }: SchedulingModel,
): Pick<PodsOutcome, 'verdict' | 'reason'> {
  const served = moved === 0 ? 1 : 1 - unplaced.length / moved;
  const areExpendable = unplaced.every(
    ({ pod }) => classes[classOf[pod]].priority < 0,
  );
  if (served < SERVED_SHARE && !areExpendable) return { verdict: 'outage' };
  if (isUncertain) return { verdict: 'unknown', reason: 'inconclusive' };
  return { verdict: unplaced.length > 0 ? 'degraded' : 'survives' };
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
