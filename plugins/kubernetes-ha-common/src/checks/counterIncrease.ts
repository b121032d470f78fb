/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Counters } from '../snapshot/sections/counters';
import { restarted } from './restarted';

/** One series of a counter: its labels and how much it grew. */
export interface SeriesIncrease {
  labels: Readonly<Record<string, string>>;
  increase: number;
}

/** How much the series of a family grew between two readings. */
export interface Increase {
  series: SeriesIncrease[];
  /** Seconds between the readings; undefined when it counts since the process started. */
  seconds: number | undefined;
}

/**
 * How much each series of a counter grew. After a restart, or with one reading
 * only, it is the newest reading alone: all since the process started. A
 * series that is new counts in full, for it began at zero.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/functions/#increase
 */
export function counterIncrease(counters: Counters, family: string): Increase {
  const { latest, earlier } = counters;
  const since = earlier && !restarted(earlier, latest) ? earlier : undefined;
  const series = seriesOf(latest.values, family).map(key => {
    const value = latest.values[key];
    const before = since?.values[key] ?? 0;
    // A counter that fell began anew, whatever the start times say.
    return {
      labels: labelsOf(key),
      increase: value >= before ? value - before : value,
    };
  });
  return {
    series,
    seconds: since
      ? (Date.parse(latest.at) - Date.parse(since.at)) / 1000
      : undefined,
  };
}

/** The keys of each family, found once in a reading: checks ask for a dozen families of it, at every assessment. */
const familiesOf = new WeakMap<object, ReadonlyMap<string, string[]>>();

/** The keys of all series of a family in a reading. */
export function seriesOf(
  values: Counters['latest']['values'],
  family: string,
): readonly string[] {
  let families = familiesOf.get(values);
  if (!families) {
    families = keysByFamily(values);
    familiesOf.set(values, families);
  }
  return families.get(family) ?? [];
}

function keysByFamily(values: object): Map<string, string[]> {
  const families = new Map<string, string[]>();
  for (const key of Object.keys(values)) {
    const labels = key.indexOf('{');
    const family = labels < 0 ? key : key.slice(0, labels);
    const keys = families.get(family);
    if (keys) keys.push(key);
    else families.set(family, [key]);
  }
  return families;
}

/** Keys whose labels are kept: those of the families that are read are some hundred, the same in every cluster. (proposal) */
const KEPT_KEYS = 5_000;

/** Longer ones are not kept. */
const KEPT_CHARACTERS = 256;

const keptLabels = new Map<string, Readonly<Record<string, string>>>();

/** The labels of a key `family{label="value",…}`; values may hold escaped quotes. */
export function labelsOf(key: string): Readonly<Record<string, string>> {
  const known = keptLabels.get(key);
  if (known) return known;
  const labels = Object.freeze(readLabels(key));
  if (key.length <= KEPT_CHARACTERS) {
    if (keptLabels.size >= KEPT_KEYS) keptLabels.clear();
    keptLabels.set(key, labels);
  }
  return labels;
}

function readLabels(key: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const [, label, value] of key.matchAll(
    /[{,]([A-Za-z_]\w*)="((?:[^"\\]|\\.)*)"/g,
  )) {
    labels[label] = value.replace(/\\(["\\])/g, '$1').replace(/\\n/g, '\n');
  }
  return labels;
}

/** The sum over all series. */
export function total(increase: Increase): number {
  return increase.series.reduce((sum, series) => sum + series.increase, 0);
}
