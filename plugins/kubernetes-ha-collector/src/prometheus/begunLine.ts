/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { LabelValue } from './labelValues';

/** Shorter beginnings are read as fast as they are compared. (measured) */
const LEAST_BYTES = 48;

/** Longer ones are no series of a histogram. */
const MOST_BYTES = 1024;

/** The last label that was read of a line. */
export interface LastLabel {
  /** Where its name begins. */
  start: number;
  /** Its place among the wanted ones, or -1. */
  index: number;
  /** What was seen of that label before. */
  before: LabelValue;
}

/** A line up to its last label, and what its labels say until there. */
export interface Beginning {
  length: number;
  seen: readonly LabelValue[];
}

/**
 * The beginning of the line that was read last. The buckets of a histogram
 * follow each other and differ in their last label, the bound: 23 of 24 lines
 * of such a series need not be read again up to there.
 */
export class BegunLine<F> {
  readonly #bytes = Buffer.alloc(MOST_BYTES);
  #family: F | undefined;
  #beginning: Beginning = { length: 0, seen: [] };

  /** The beginning, if the line from `start` on has it too. */
  at(
    family: F,
    bytes: Buffer,
    start: number,
    end: number,
  ): Beginning | undefined {
    const { length } = this.#beginning;
    return family === this.#family &&
      start + length < end &&
      this.#bytes.compare(bytes, start, start + length, 0, length) === 0
      ? this.#beginning
      : undefined;
  }

  /** Keeps the beginning of a line that was read from `start` on; `seen` is that of the whole line. */
  keep(
    family: F,
    bytes: Buffer,
    start: number,
    seen: readonly LabelValue[],
    last: LastLabel,
  ): void {
    const length = last.start - start;
    if (length < LEAST_BYTES || length > MOST_BYTES) {
      this.#family = undefined;
      return;
    }
    bytes.copy(this.#bytes, 0, start, last.start);
    const until = [...seen];
    if (last.index !== -1) until[last.index] = last.before;
    this.#family = family;
    this.#beginning = { length, seen: until };
  }
}
