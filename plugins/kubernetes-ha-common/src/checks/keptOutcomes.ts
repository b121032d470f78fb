/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ClusterFacts, Sections } from '../snapshot/clusterSnapshot';
import type { ObservedSignal } from '../snapshot/signal';
import type { Check, CheckInput, Outcome } from './check';

/** What a check answered, and what it went by. */
interface Kept {
  observed: readonly ObservedSignal<unknown>[];
  thresholds: CheckInput['thresholds'];
  outcome: Outcome;
}

/** By the signal of the first section that a check reads; as long as that signal lives. */
const kept = new WeakMap<ObservedSignal<unknown>, Map<Check, Kept>>();

/** What a check may ask for beside the sections that it reads and its thresholds. */
interface Surroundings {
  signals: Readonly<Sections>;
  cluster: ClusterFacts;
  nowMs: number;
}

/**
 * What a check answers. Where it asked for nothing but the sections that it
 * reads and its thresholds, that answer stands for as long as these are the same:
 * nodes, pods and workloads are read once in four collections, and many checks
 * judge nothing else.
 *
 * `observed`: the signals of the sections that it reads, in that order. Checks
 * are pure: the same input gives the same answer. Errors: those of the check,
 * which is asked again then.
 */
export function outcomeOnce(
  check: Check,
  observed: readonly ObservedSignal<unknown>[],
  thresholds: CheckInput['thresholds'],
  around: Surroundings,
): Outcome {
  const [first] = observed;
  const known = first && kept.get(first)?.get(check);
  if (known && isSame(known, observed, thresholds)) return known.outcome;
  let askedFurther = false;
  const outcome = check.evaluate({
    ...valuesOf(check, observed),
    thresholds,
    get signals() {
      askedFurther = true;
      return around.signals;
    },
    get cluster() {
      askedFurther = true;
      return around.cluster;
    },
    get nowMs() {
      askedFurther = true;
      return around.nowMs;
    },
  });
  if (first && !askedFurther) {
    let ofFirst = kept.get(first);
    if (!ofFirst) {
      ofFirst = new Map();
      kept.set(first, ofFirst);
    }
    ofFirst.set(check, { observed, thresholds, outcome });
  }
  return outcome;
}

function isSame(
  known: Kept,
  observed: readonly ObservedSignal<unknown>[],
  thresholds: CheckInput['thresholds'],
): boolean {
  return (
    known.thresholds === thresholds &&
    known.observed.every((signal, place) => signal === observed[place])
  );
}

/** The values of sections, each asked for when the check asks for it: it may have to be unpacked. */
function valuesOf(
  { reads }: Check,
  signals: readonly ObservedSignal<unknown>[],
): Pick<CheckInput, 'values' | 'observed'> {
  const observed = {};
  const values = {};
  reads.forEach((section, place) => {
    const signal = signals[place];
    Object.defineProperty(observed, section, {
      enumerable: true,
      value: signal,
    });
    Object.defineProperty(values, section, {
      enumerable: true,
      get: () => signal.value,
    });
  });
  return {
    values: values as CheckInput['values'],
    observed: observed as CheckInput['observed'],
  };
}
