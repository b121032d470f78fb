/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/**
 * What waits for one place, in turns: each key gets one item served before any
 * key gets its second, so that whoever queues much delays itself alone.
 */
export class FairQueue<T> {
  /** In the order of their turns. A key without items is not in it. */
  readonly #waiting = new Map<string, T[]>();

  add(key: string, item: T): void {
    const own = this.#waiting.get(key);
    if (own) own.push(item);
    else this.#waiting.set(key, [item]);
  }

  /** The next item; its key goes to the end of the turns. */
  next(): T | undefined {
    for (const [key, items] of this.#waiting) {
      const item = items.shift();
      this.#waiting.delete(key);
      if (items.length > 0) this.#waiting.set(key, items);
      return item;
    }
    return undefined;
  }

  /** Takes an item out that is not wanted any more. */
  drop(key: string, item: T): void {
    const left = (this.#waiting.get(key) ?? []).filter(one => one !== item);
    if (left.length > 0) this.#waiting.set(key, left);
    else this.#waiting.delete(key);
  }

  /** All that wait, and nothing waits any more. */
  clear(): T[] {
    const all = [...this.#waiting.values()].flat();
    this.#waiting.clear();
    return all;
  }
}
