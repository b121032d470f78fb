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

export function addToRuns(runs: Runs, value: number): void {
  if (runs.length > 0 && runs[runs.length - 2] === value) {
    runs[runs.length - 1] += 1;
  } else {
    runs.push(value, 1);
  }
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

/** Values that are kept as the difference to the one before. */
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
  /** Of values that are text: looked up as they are, for a list of nodes asks thousands of times. */
  readonly #texts = new Map<T, number>();
  readonly #others = new Map<string, number>();

  /** The number of this value. */
  add(value: T): number {
    return typeof value === 'string'
      ? this.#numberOf(value, value, this.#texts)
      : this.#numberOf(value, JSON.stringify(value), this.#others);
  }

  #numberOf<K>(value: T, key: K, numbers: Map<K, number>): number {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = this.values.length;
    numbers.set(key, number);
    this.values.push(value);
    return number;
  }
}

/** Notes the value of a row that has one. */
export function addToSparse<T>(
  sparse: Sparse<T>,
  row: number,
  value: T | undefined,
): void {
  if (value !== undefined) sparse.push([row, value]);
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
