/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Reading may take this share of the time: architecture, "Assessment". */
const MAX_SHARE = 0.05;

/** Seconds until the next collection: at least `baseSeconds`, more when reading took longer than its share. */
export function stretchedInterval(
  baseSeconds: number,
  readingMs: number,
): number {
  return Math.max(baseSeconds, Math.ceil(readingMs / 1000 / MAX_SHARE));
}
