/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/**
 * How much a counter grew between two readings. One that fell began anew (a
 * reload of HAProxy), and one that was not there before began at zero.
 */
export function counterSince(
  latest: number,
  earlier: number | undefined,
): number {
  if (earlier === undefined || latest < earlier) return latest;
  return latest - earlier;
}
