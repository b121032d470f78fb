/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { UnknownReason } from '../snapshot/signal';
import type { Loss } from './losses';
import type { Refusals } from './scheduling/refusals';

/**
 * What a loss does.
 *
 * - `survives`: all goes on, by itself
 * - `degraded`: it goes on with less: no spare, or pods without a place
 * - `outage`: it stops, until what was lost is back
 * - `unknown`: the snapshot does not say
 * - `not-applicable`: there is none of it, or the provider runs it
 * @public
 */
export const lossVerdicts = [
  'outage',
  'unknown',
  'degraded',
  'survives',
  'not-applicable',
] as const;

/** See {@link lossVerdicts}. @public */
export type LossVerdict = (typeof lossVerdicts)[number];

/** A number that is known only within bounds. @public */
export interface CountRange {
  atLeast: number;
  atMost: number;
}

/** What of a cluster a loss is looked at for. @public */
export interface PartOutcome {
  verdict: LossVerdict;
  /** Of `unknown`: why. */
  reason?: UnknownReason;
}

/** Votes of etcd after a loss. @public */
export interface QuorumOutcome extends PartOutcome {
  voters: number;
  quorum: number;
  /** Voters that take part, with how many that is known. */
  left: CountRange;
}

/** API servers or load balancers after a loss. @public */
export interface ServersOutcome extends PartOutcome {
  before: CountRange;
  left: CountRange;
}

/** A pod that finds no place, and why. @public */
export interface UnplacedPod {
  namespace: string;
  name: string;
  ownerKind?: string;
  ownerName?: string;
  priority: number;
  cpuMillis: number;
  memoryBytes: number;
  refusals: Refusals;
}

/** Pods after a loss. @public */
export interface PodsOutcome extends PartOutcome {
  /** Pods that have to run elsewhere. */
  moved: number;
  /** Of them: those for which no place was found, and running ones that had to make room for others and found none. */
  unplaced: readonly UnplacedPod[];
  /** Running pods that make room for more important ones. */
  preempted: number;
  /** Pods that nobody starts anew, `namespace/name`. */
  unowned: readonly string[];
  /** Pods of StatefulSets: they start elsewhere once their node is gone from the API, or marked out of service. */
  waitForNode: number;
  /** Asked by the unplaced ones together. */
  shortfall: { cpuMillis: number; memoryBytes: number };
  /** Of the nodes left, after the move: what is asked of what they have, 0 to 1. */
  used: { cpu: number; memory: number; pods: number };
  /** Pods of which it is not known where they may run. */
  uncertain: number;
}

/** Services after a loss. @public */
export interface ServicesOutcome extends PartOutcome {
  /** Those that lose their last ready endpoint until its pods run elsewhere, `namespace/name`. */
  interrupted: readonly string[];
  /** Those of whose pods none finds a place. */
  down: readonly string[];
  /** Webhooks with `failurePolicy: Fail` among both, `configuration/name`. */
  webhooks: readonly string[];
}

/** When a loss is over. Seconds after it. @public */
export interface RecoveryOutcome {
  /** Nodes are known to be gone; missing where nobody says how long that takes. */
  noticedSeconds?: number;
  /** The last of the pods are evicted. */
  evictedSeconds?: number;
}

/** What a loss does to a cluster. @public */
export interface LossOutcome {
  loss: Loss;
  verdict: LossVerdict;
  /** The part that the verdict follows from; missing when all survives. */
  limitedBy?: OutcomePart;
  etcd: QuorumOutcome;
  apiServers: ServersOutcome;
  loadBalancers: ServersOutcome;
  pods: PodsOutcome;
  services: ServicesOutcome;
  recovery: RecoveryOutcome;
}

/** The parts of an outcome that have a verdict, the most urgent first. @public */
export const outcomeParts = [
  'etcd',
  'apiServers',
  'loadBalancers',
  'services',
  'pods',
] as const;

/** See {@link outcomeParts}. @public */
export type OutcomePart = (typeof outcomeParts)[number];

/**
 * The verdict over all parts: what stops comes first, then what is not known,
 * for an unknown never survives.
 */
export function overall(
  parts: Readonly<Record<OutcomePart, PartOutcome>>,
): Pick<LossOutcome, 'verdict' | 'limitedBy'> {
  for (const verdict of lossVerdicts) {
    const limitedBy = outcomeParts.find(
      part => parts[part].verdict === verdict,
    );
    if (limitedBy === undefined) continue;
    if (verdict === 'survives') return { verdict };
    if (verdict !== 'not-applicable') return { verdict, limitedBy };
  }
  return { verdict: 'not-applicable' };
}
