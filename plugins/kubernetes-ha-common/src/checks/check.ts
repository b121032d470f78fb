/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  ClusterFacts,
  SectionName,
  SectionValues,
  Sections,
} from '../snapshot/clusterSnapshot';
import type { ObservedSignal, UnknownReason } from '../snapshot/signal';
import type { Message } from '../messages';
import type { CheckStatus, Layer, Severity } from './layers';
import type { CheckKind, Verdict } from './verdict';

/** One number a check compares with. @public */
export interface Threshold {
  value: number;
  /** Unit as shown: `s`, `d`, `members`, `ratio`, `ms`, `bytes`. */
  unit: string;
  /** Where the number comes from: a KEP, docs page, upstream file, or `(proposal)`. */
  source: string;
  /** The name that earlier versions gave it: a policy may still use it. */
  formerly?: string;
}

/** The thresholds of a check, by name. @public */
export type Thresholds = Readonly<Record<string, Threshold>>;

/** What a check is given. No clock: `nowMs` is the snapshot's `takenAt`. @public */
export interface CheckInput<
  S extends SectionName = SectionName,
  T extends string = string,
> {
  /** Values of the sections in `reads`: all observed and fresh. */
  values: { readonly [K in S]: SectionValues[K] };
  /** The signals of these values, for what is derived from them once: {@link derivedFrom}. */
  observed: { readonly [K in S]: ObservedSignal<SectionValues[K]> };
  /** All signals, for sections that only help (`consults`). Stale ones are unknown already. */
  signals: Readonly<Sections>;
  /** The thresholds in force under the policy. */
  thresholds: Readonly<Record<T, number>>;
  cluster: ClusterFacts;
  nowMs: number;
}

/** What a check would say of what was last observed. @public */
export interface LastSeen {
  status: 'fail' | 'warn';
  /** When that was observed, ISO 8601 UTC. */
  at: string;
  /** Seconds between that and `takenAt`: an hour at most. */
  ageSeconds: number;
  /** What was observed then. */
  observed: Message;
}

/** What a check answers. Made by the functions in `outcome.ts`. @public */
export interface Outcome {
  status: CheckStatus;
  observed: Message;
  required?: Message;
  fix?: Message;
  /** What one more loss would do, as things stand now. */
  nextLoss?: Message;
  /** In place of the runbook of the check, where the reason needs another. */
  runbook?: string;
  /** For `unknown`: why. */
  reason?: UnknownReason;
  /** Names of what is affected (nodes, members, servers), for links and grouping. */
  subjects?: readonly string[];
  /** For `unknown`: that it failed or warned when it was last seen. The runner adds it. */
  lastSeen?: LastSeen;
}

/**
 * One check: a file, a test, its messages, a line in the registry. Pure: the
 * same input gives the same answer. One that asks for nothing but the sections
 * that it reads and its thresholds is asked once for the same signals.
 *
 * The runner answers `unknown` by itself when a section in `reads` is unknown
 * or stale, and `not-applicable` when it is absent. A check that judges such a
 * section itself lists it under `consults` and finds it in `signals`.
 * @public
 */
export interface Check<
  S extends SectionName = SectionName,
  T extends string = string,
> {
  /** Kebab case, unique, never reused: `etcd-quorum-fault-tolerance`. */
  id: string;
  layer: Layer;
  severity: Severity;
  /** Whether what it finds is broken now or weak by design. */
  kind: CheckKind;
  /** Stage of the roadmap that needs it: 1 basic HA … 4 proactive defence. */
  stage: 1 | 2 | 3 | 4;
  /** Sections without which it cannot say anything. */
  reads: readonly S[];
  /** Sections that refine the answer when they are there. */
  consults?: readonly SectionName[];
  thresholds?: { readonly [K in T]: Threshold };
  /** Runbook id, for example `RB-ETCD-MEMBER-REPLACE`. */
  runbook: string;
  /** Page or file that the rule comes from. */
  source: string;
  evaluate(input: CheckInput<S, T>): Outcome;
}

/** Keeps the literal types of a check while it is declared. @public */
export function defineCheck<S extends SectionName, T extends string = never>(
  check: Check<S, T>,
): Check<S, T> {
  return check;
}

/** Where an answer rests: one signal that was read. @public */
export interface Evidence {
  section: SectionName;
  state: 'observed' | 'unknown' | 'absent';
  source: string;
  via: string;
  observedAt: string;
  /** Seconds between the observation and `takenAt`. */
  ageSeconds: number;
  /** For unknown: the reason; for absent: the absence reason. */
  reason?: string;
  /** In English; `why` is the same as data, where it is a sentence of ours. */
  detail?: string;
  why?: Message;
}

/** The answer of a check with what it rests on. @public */
export interface CheckResult extends Outcome {
  checkId: string;
  layer: Layer;
  severity: Severity;
  /** Missing for what passes or does not apply, and in scorecards of earlier versions. */
  verdict?: Verdict;
  stage: 1 | 2 | 3 | 4;
  /** The name of the check in the language that the request accepts: written by the API only. */
  title?: string;
  /** The reason of an unknown, likewise. */
  reasonText?: string;
  runbook: string;
  evidence: readonly Evidence[];
  /** The numbers it compared with. */
  thresholds: Readonly<
    Record<
      string,
      { value: number; unit: string; source: string; policy: boolean }
    >
  >;
}
