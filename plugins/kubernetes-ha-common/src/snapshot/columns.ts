/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// How a column of values becomes small JSON. All are exact.

/** Equal neighbours once: value, how often, value, how often … */
export type Runs = number[];

/** The few rows that have a value at all, by row. */
export type Sparse<T> = [row: number, value: T][];

export function toRuns(values: readonly number[]): Runs {
  const runs: Runs = [];
  for (const value of values) {
    if (runs.length > 0 && runs[runs.length - 2] === value) {
      runs[runs.length - 1] += 1;
    } else {
      runs.push(value, 1);
    }
  }
  return runs;
}

export function fromRuns(runs: Runs, rows: number): number[] {
  const values: number[] = [];
  for (let index = 0; index + 1 < runs.length; index += 2) {
    for (let count = runs[index + 1]; count > 0; count--) {
      // A damaged count must not fill the memory.
      if (values.length === rows) throw wrongLength();
      values.push(runs[index]);
    }
  }
  if (values.length !== rows) throw wrongLength();
  return values;
}

/** Each value as the difference to the one before. */
export function toDeltas(values: readonly number[]): number[] {
  return values.map((value, index) => value - (values[index - 1] ?? 0));
}

export function fromDeltas(deltas: readonly number[]): number[] {
  let value = 0;
  return deltas.map(delta => {
    value += delta;
    return value;
  });
}

/** Values of any JSON shape, each once, numbered in the order they come. */
export class Dictionary<T> {
  readonly values: T[] = [];
  readonly #numbers = new Map<string, number>();

  /** The number of this value. */
  add(value: T): number {
    const key = JSON.stringify(value);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.values.length;
    this.#numbers.set(key, number);
    this.values.push(value);
    return number;
  }
}

export function toSparse<R, T>(
  rows: readonly R[],
  valueOf: (row: R) => T | undefined,
): Sparse<T> {
  return rows.flatMap((row, index): Sparse<T> => {
    const value = valueOf(row);
    return value === undefined ? [] : [[index, value]];
  });
}

/** The entry of a dictionary. Throws when the columns do not belong together. */
export function entryOf<T>(values: readonly T[], number: number): T {
  if (!(number in values)) {
    throw new Error(
      `Stored columns are damaged: entry ${number} of a dictionary of ${values.length}.`,
    );
  }
  return values[number];
}

export function wrongLength(): Error {
  return new Error('Stored columns are damaged: they differ in length.');
}
