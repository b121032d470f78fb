/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Sections, sectionNames } from '../snapshot/clusterSnapshot';
import type { Signal } from '../snapshot/signal';

/**
 * How many of its intervals a signal may be old before it is not trusted any
 * more (proposal: two lost looks are a hiccup, three are silence).
 */
export const STALE_INTERVALS = 3;

/** Seconds between the observation and `nowMs`; never negative. @public */
export function ageSeconds(observedAt: string, nowMs: number): number {
  return Math.max(0, (nowMs - Date.parse(observedAt)) / 1000);
}

/** Turns an observed signal that is too old into an unknown one. @public */
export function freshOrUnknown<T>(signal: Signal<T>, nowMs: number): Signal<T> {
  if (signal.state !== 'observed') return signal;
  const age = ageSeconds(signal.observedAt, nowMs);
  const limit = STALE_INTERVALS * signal.intervalSeconds;
  if (age <= limit) return signal;
  return {
    state: 'unknown',
    reason: 'stale',
    detail: `last seen ${Math.round(age)} s ago, trusted for ${limit} s`,
    source: signal.source,
    via: signal.via,
    observedAt: signal.observedAt,
  };
}

/** All sections with stale ones turned unknown. @public */
export function freshSections(sections: Sections, nowMs: number): Sections {
  return Object.fromEntries(
    sectionNames.map(name => [
      name,
      freshOrUnknown<unknown>(sections[name], nowMs),
    ]),
  ) as Sections;
}
