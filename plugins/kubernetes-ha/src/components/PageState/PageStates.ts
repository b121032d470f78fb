/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Polled } from '../../hooks/usePolled';

/** What the page says of one thing that it polls. */
export type Part = Pick<
  Polled<unknown>,
  'error' | 'loadedAt' | 'intervalSeconds' | 'retry'
>;

/** What the parts of one page poll, so that the page can say once what hinders several of them. */
export class PageStates {
  readonly #parts = new Map<string, Part>();
  readonly #listeners = new Set<() => void>();
  #all: ReadonlyMap<string, Part> = new Map();

  /** The parts by their ids, in the order in which they appeared; the same map until one changes. */
  readonly all = (): ReadonlyMap<string, Part> => this.#all;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  set(id: string, part: Part): void {
    this.#parts.set(id, part);
    this.#changed();
  }

  delete(id: string): void {
    this.#parts.delete(id);
    this.#changed();
  }

  #changed(): void {
    this.#all = new Map(this.#parts);
    this.#listeners.forEach(tell => tell());
  }
}
