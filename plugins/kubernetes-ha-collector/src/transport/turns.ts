/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/**
 * How long a request waits for the socket that another one uses, before it
 * opens its own: an API server nearby answers in milliseconds, and a handshake
 * costs more CPU than the question. (proposal)
 */
const PATIENCE_MS = 100;

/** Ends a turn. Calling it again does nothing. @public */
export type EndTurn = () => void;

/**
 * Lets requests to one address follow each other on one socket as long as they
 * are answered at once. One that is not answered holds up the next for
 * 100 ms and no longer: each waits for itself, and what has waited
 * goes on beside it.
 * @public
 */
export class Turns {
  #busy = 0;
  /** First come, first served; each takes over the turn that has ended. */
  readonly #waiting = new Set<() => void>();
  readonly #patienceMs: number;

  constructor(patienceMs: number = PATIENCE_MS) {
    this.#patienceMs = patienceMs;
  }

  /** Resolves when it is this request's turn. */
  async take(): Promise<EndTurn> {
    const isHandedOver = this.#busy > 0 && (await this.#handedOver());
    if (!isHandedOver) this.#busy += 1;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#end();
    };
  }

  /** True when another one's turn has become this one's, false when that took too long. */
  #handedOver(): Promise<boolean> {
    return new Promise(resolve => {
      const takeOver = () => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(takeOver);
        resolve(false);
      }, this.#patienceMs);
      this.#waiting.add(takeOver);
    });
  }

  #end(): void {
    for (const next of this.#waiting) {
      this.#waiting.delete(next);
      next();
      return;
    }
    this.#busy -= 1;
  }
}
