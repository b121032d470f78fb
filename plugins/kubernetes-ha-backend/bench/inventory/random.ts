/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Pseudo-random numbers, the same in every run for one seed (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** 0 ≤ n < below. */
  below(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((((mixed ^ (mixed >>> 14)) >>> 0) * below) / 2 ** 32) | 0;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)];
  }

  hex(length: number): string {
    let text = '';
    while (text.length < length) text += this.below(16).toString(16);
    return text;
  }

  uid(): string {
    return `${this.hex(8)}-${this.hex(4)}-4${this.hex(3)}-a${this.hex(
      3,
    )}-${this.hex(12)}`;
  }

  /** As Kubernetes makes the random end of a name. Source: k8s.io/apimachinery pkg/util/rand */
  suffix(length: number): string {
    let text = '';
    while (text.length < length) {
      text += 'bcdfghjklmnpqrstvwxz2456789'[this.below(27)];
    }
    return text;
  }
}
