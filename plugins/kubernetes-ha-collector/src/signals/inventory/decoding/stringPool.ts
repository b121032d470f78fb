/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** A pool of more strings than any cluster repeats; then it starts anew. */
const MOST_STRINGS = 200_000;

/** Makes equal strings one string in memory. */
export class StringPool {
  readonly #strings = new Map<string, string>();

  /** The string that was seen first. */
  shared(value: string): string {
    const known = this.#strings.get(value);
    if (known !== undefined) return known;
    if (this.#strings.size >= MOST_STRINGS) this.#strings.clear();
    this.#strings.set(value, value);
    return value;
  }
}
