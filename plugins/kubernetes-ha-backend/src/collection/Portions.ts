/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ownTurn } from 'backstage-plugin-kubernetes-ha-collector';
import limit from 'p-limit';

/**
 * So many collections load, store and assess at once. The scheduler finds all
 * tasks that are due with one query, so that in a fleet dozens begin in one
 * instant; and SQLite answers within the turn of the event loop in which it was
 * asked, so that dozens at once would hold it for a second. Two are enough: 500
 * clusters every 30 s take a third of a core. (measured: docs/benchmarks.md)
 */
const AT_ONCE = 2;

/**
 * What a collection does in this process, as against its waiting for the
 * cluster: in portions, a few at once, each in a turn of the event loop of its own.
 */
export class Portions {
  readonly #limit = limit(AT_ONCE);

  /** So many wait for others to end theirs. */
  get waiting(): number {
    return this.#limit.pendingCount;
  }

  /** Settles as `work` does. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return this.#limit(async () => {
      await ownTurn();
      return work();
    });
  }
}
