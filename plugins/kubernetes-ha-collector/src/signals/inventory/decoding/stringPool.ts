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

  /** Replaces the values of `keys` in `rows` by the strings that were seen first. */
  share(rows: readonly object[], keys: readonly string[]): void {
    if (this.#strings.size > MOST_STRINGS) this.#strings.clear();
    for (const key of keys) {
      for (const row of rows) this.#shareOne(row, key);
    }
  }

  #shareOne(row: object, key: string): void {
    const value: unknown = Reflect.get(row, key);
    if (typeof value !== 'string') return;
    const known = this.#strings.get(value);
    if (known === undefined) this.#strings.set(value, value);
    else Reflect.set(row, key, known);
  }
}
