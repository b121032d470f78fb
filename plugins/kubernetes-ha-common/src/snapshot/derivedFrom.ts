/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ObservedSignal } from './signal';

/**
 * Makes a function that derives something from the value of an observed signal
 * do so once. What comes of it is kept as long as the signal, the value is not
 * asked for again: a backend need not have all pods of a cluster in memory while
 * nothing of them changes. Signals are never changed.
 * @public
 */
export function derivedFrom<V, T>(
  derive: (value: V) => T,
): (signal: ObservedSignal<V>) => T {
  const kept = new WeakMap<ObservedSignal<V>, { derived: T }>();
  return signal => {
    let known = kept.get(signal);
    if (!known) {
      known = { derived: derive(signal.value) };
      kept.set(signal, known);
    }
    return known.derived;
  };
}

/** {@link derivedFrom} the values of two signals. @public */
export function derivedFromBoth<A, B, T>(
  derive: (one: A, other: B) => T,
): (one: ObservedSignal<A>, other: ObservedSignal<B>) => T {
  const kept = new WeakMap<
    ObservedSignal<A>,
    WeakMap<ObservedSignal<B>, { derived: T }>
  >();
  return (one, other) => {
    let withOne = kept.get(one);
    if (!withOne) {
      withOne = new WeakMap();
      kept.set(one, withOne);
    }
    let known = withOne.get(other);
    if (!known) {
      known = { derived: derive(one.value, other.value) };
      withOne.set(other, known);
    }
    return known.derived;
  };
}
