/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { MeasurementPoint } from 'backstage-plugin-kubernetes-ha-common';

/** A line of a chart: one value for each time, null where nothing was measured. */
export interface Line {
  /** Member, instance, or `''` for the cluster as a whole. */
  subject: string;
  values: (number | null)[];
}

/** The lines of a chart over common times. */
export interface ChartData {
  /** Seconds since the epoch, rising. */
  times: number[];
  lines: Line[];
  /** What the lines are held against, where it was measured. */
  against?: Line;
}

/**
 * The points of one measure as lines. Where no point came for `holdSeconds` a
 * time without values stands between: a line breaks where nobody looked,
 * instead of joining what was before with what came after. Pure.
 */
export function chartData(
  points: readonly MeasurementPoint[],
  measure: string,
  against: string | undefined,
  holdSeconds: number,
): ChartData {
  const times: number[] = [];
  const moments: (MeasurementPoint['values'] | undefined)[] = [];
  for (const { at, values } of points) {
    const time = Date.parse(at) / 1000;
    const last = times[times.length - 1];
    if (last !== undefined && time - last > holdSeconds) {
      times.push(last + holdSeconds);
      moments.push(undefined);
    }
    times.push(time);
    moments.push(values);
  }
  const lineOf = (id: string, subject: string): Line => ({
    subject,
    values: moments.map(moment => moment?.[id]?.[subject] ?? null),
  });
  const subjects = new Set(
    points.flatMap(({ values }) => Object.keys(values[measure] ?? {})),
  );
  const limit = against === undefined ? undefined : lineOf(against, '');
  return {
    times,
    lines: [...subjects].sort().map(subject => lineOf(measure, subject)),
    ...(limit?.values.some(value => value !== null) && { against: limit }),
  };
}

/** The newest value of a line; undefined when it has none. */
export function newest({ values }: Line): number | undefined {
  for (let i = values.length - 1; i >= 0; i -= 1) {
    const value = values[i];
    if (value !== null) return value;
  }
  return undefined;
}

/** The largest value of all lines; 0 without any. */
export function largest(lines: readonly Line[]): number {
  let most = 0;
  for (const { values } of lines) {
    for (const value of values)
      if (value !== null && value > most) most = value;
  }
  return most;
}

/**
 * Whether a limit is drawn beside lines that reach up to `most`: far above them
 * it would press them flat to the ground, and its number in the legend says more.
 */
export function isInReach(limit: number, most: number): boolean {
  return limit <= 4 * most;
}
