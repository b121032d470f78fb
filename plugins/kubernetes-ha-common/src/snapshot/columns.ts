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

/** The values of runs, one after the other. Errors: Error when there are more or fewer than are asked for. */
export class RunReader {
  readonly #runs: Runs;
  /** Where the run is that is read. */
  #at = -2;
  /** How much of it is left. */
  #left = 0;

  constructor(runs: Runs) {
    this.#runs = runs;
  }

  next(): number {
    while (this.#left === 0) this.#begin();
    this.#left -= 1;
    return this.#runs[this.#at];
  }

  /** After the last one that is wanted. */
  end(): void {
    if (this.#left !== 0 || this.#at + 2 < this.#runs.length) {
      throw wrongLength();
    }
  }

  #begin(): void {
    this.#at += 2;
    if (this.#at + 1 >= this.#runs.length) throw wrongLength();
    this.#left = this.#runs[this.#at + 1];
  }
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
