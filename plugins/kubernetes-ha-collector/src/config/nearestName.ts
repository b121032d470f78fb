/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/**
 * The name that was probably meant, or nothing when none is close: at most a
 * third of its letters differ (proposal: more and a guess misleads).
 */
export function nearestName(
  written: string,
  valid: readonly string[],
): string | undefined {
  let best: { name: string; distance: number } | undefined;
  for (const name of valid) {
    const distance = editDistance(written.toLowerCase(), name.toLowerCase());
    if (!best || distance < best.distance) best = { name, distance };
  }
  if (!best) return undefined;
  return best.distance <= Math.max(1, best.name.length / 3)
    ? best.name
    : undefined;
}

/**
 * Insertions, deletions and substitutions of one letter and exchanges of two
 * neighbours (optimal string alignment): `teir` is one away from `tier`.
 */
function editDistance(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
      const exchanged =
        i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
          ? before[j - 2] + 1
          : Infinity;
      next.push(Math.min(replaced, exchanged, row[j] + 1, next[j - 1] + 1));
    }
    before = row;
    row = next;
  }
  return row[to.length];
}
