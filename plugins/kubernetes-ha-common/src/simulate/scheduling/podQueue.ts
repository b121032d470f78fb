/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Pods by priority; of one priority in the order in which they came. */
export class PodQueue {
  readonly #byPriority = new Map<number, { pods: number[]; next: number }>();
  readonly #priorityOf: (pod: number) => number;
  #order: number[] = [];

  constructor(pods: readonly number[], priorityOf: (pod: number) => number) {
    this.#priorityOf = priorityOf;
    for (const pod of pods) this.add(pod);
  }

  add(pod: number): void {
    const priority = this.#priorityOf(pod);
    const line = this.#byPriority.get(priority);
    if (line) {
      line.pods.push(pod);
      return;
    }
    this.#byPriority.set(priority, { pods: [pod], next: 0 });
    this.#order = [...this.#byPriority.keys()].sort((a, b) => b - a);
  }

  next(): number | undefined {
    for (const priority of this.#order) {
      const line = this.#byPriority.get(priority);
      if (line && line.next < line.pods.length) return line.pods[line.next++];
    }
    return undefined;
  }
}
