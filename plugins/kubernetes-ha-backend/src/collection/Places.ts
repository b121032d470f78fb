/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import limit from 'p-limit';

/**
 * A bounded number of collections that work at once. A collection that takes
 * longer than `patienceMs` is waiting rather than working: it gives its place to
 * the next one and goes on beside, so that clusters that hang take nothing from
 * those that answer. At most `waiting` go on beside; beyond that, places are kept.
 */
export class Places {
  readonly #limit: limit.Limit;
  readonly #places: number;
  readonly #patienceMs: number;
  readonly #waiting: number;
  #beside = 0;

  constructor(options: {
    places: number;
    patienceMs: number;
    waiting: number;
  }) {
    this.#limit = limit(options.places);
    this.#places = options.places;
    this.#patienceMs = options.patienceMs;
    this.#waiting = options.waiting;
  }

  /** So many would begin at once. */
  get free(): number {
    const { activeCount, pendingCount } = this.#limit;
    return Math.max(0, this.#places - activeCount - pendingCount);
  }

  /** Runs `work` once there is a place. Settles as `work` does. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      void this.#limit(async () => {
        const running = work();
        running.then(resolve, reject);
        await this.#untilPlaceIsFree(running);
      });
    });
  }

  async #untilPlaceIsFree(running: Promise<unknown>): Promise<void> {
    const ended = running.then(
      () => {},
      // Handed to the caller by `run`.
      () => {},
    );
    const isLate = await this.#isLate(ended);
    if (!isLate) return;
    if (this.#beside >= this.#waiting) {
      await ended;
      return;
    }
    this.#beside += 1;
    void ended.then(() => {
      this.#beside -= 1;
    });
  }

  /** Whether the patience is over before the work. */
  #isLate(ended: Promise<void>): Promise<boolean> {
    return new Promise(resolve => {
      const patience = setTimeout(() => resolve(true), this.#patienceMs);
      void ended.then(() => {
        clearTimeout(patience);
        resolve(false);
      });
    });
  }
}
