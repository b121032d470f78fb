/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

const collator = new Intl.Collator('en', { numeric: true });

/**
 * Sorted by a text of each as people read it: `10.0.0.9` before `10.0.0.10`.
 * Equal texts keep their order. Pure.
 * @public
 */
export function inReadingOrder<T>(
  items: readonly T[],
  textOf: (item: T) => string,
): T[] {
  return [...items].sort((a, b) => collator.compare(textOf(a), textOf(b)));
}
