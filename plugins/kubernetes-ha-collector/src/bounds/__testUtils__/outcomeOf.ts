/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** What was read, or the name of the error. */
export function outcomeOf(reading: () => unknown): {
  kept?: unknown;
  refusal?: string;
} {
  try {
    return { kept: reading() };
  } catch (error) {
    return { refusal: error instanceof Error ? error.name : String(error) };
  }
}
