/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Cause } from 'backstage-plugin-kubernetes-ha-common';

/** Results of one cause; without one, a result by itself. */
export interface Joined<T> {
  cause?: Cause;
  results: readonly T[];
}

/**
 * Results, or findings, under the causes that several of them have in common,
 * in the order of the first of each. The causes may be of another moment than
 * these: what they do not name stands by itself. Pure.
 */
export function joined<T extends { checkId: string }>(
  results: readonly T[],
  causes: readonly Cause[] = [],
): Joined<T>[] {
  const causeOf = new Map(
    causes.flatMap(cause => cause.checkIds.map(id => [id, cause] as const)),
  );
  const rows = new Map<string, { cause?: Cause; results: T[] }>();
  for (const result of results) {
    const cause = causeOf.get(result.checkId);
    const key = cause?.id ?? result.checkId;
    const row = rows.get(key);
    if (row) row.results.push(result);
    else rows.set(key, { ...(cause && { cause }), results: [result] });
  }
  return [...rows.values()].map(row =>
    row.results.length > 1 ? row : { results: row.results },
  );
}
