/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { setTimeout as delay } from 'node:timers/promises';

export interface WaitOptions {
  /** Named in the error, as in "the VIP to answer". */
  what: string;
  timeoutMs: number;
  /** How often the condition is looked at. Default 200 ms. */
  everyMs?: number;
}

/**
 * Waits for a condition of a real system that offers no event. `look` returns
 * a value when it holds, or a sentence that says what is still missing; that
 * sentence ends up in the error when time is up. An exception counts as
 * "not yet", with its message, and the last one is the cause.
 */
export async function waitFor<T>(
  look: () => Promise<{ value: T } | { missing: string }>,
  options: WaitOptions,
): Promise<T> {
  const { what, timeoutMs, everyMs = 200 } = options;
  const end = Date.now() + timeoutMs;
  let missing = 'nothing was seen yet';
  let cause: unknown;
  for (;;) {
    try {
      const seen = await look();
      if ('value' in seen) {
        return seen.value;
      }
      missing = seen.missing;
      cause = undefined;
    } catch (error) {
      missing = error instanceof Error ? error.message : String(error);
      cause = error;
    }
    if (Date.now() >= end) {
      throw new Error(
        `Waited ${Math.round(
          timeoutMs / 1000,
        )} s for ${what}. Last seen: ${missing}`,
        { cause },
      );
    }
    await delay(everyMs);
  }
}
