/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */
import { waitFor } from '../host/waitFor';
import { isTransient } from './transient';

/** Time at which repeating ends, in milliseconds since the epoch. */
export type Deadline = number;

/** Milliseconds until a deadline; 0 when it is over. */
export function leftUntil(deadline: Deadline): number {
  return Math.max(0, deadline - Date.now());
}

/**
 * Repeats what may safely be done twice until it succeeds. Errors: the first
 * one that is not transient, as it is; at the deadline one that names `what`
 * and the last error, which is its cause. The first try is always made.
 */
export async function retryTransient<T>(
  what: string,
  deadline: Deadline,
  attempt: () => Promise<T>,
): Promise<T> {
  const outcome = await waitFor<{ result: T } | { error: unknown }>(
    async () => {
      try {
        return { value: { result: await attempt() } };
      } catch (error) {
        if (isTransient(error)) {
          throw error;
        }
        return { value: { error } };
      }
    },
    { what, timeoutMs: leftUntil(deadline), everyMs: 100 },
  );
  if ('error' in outcome) {
    throw outcome.error;
  }
  return outcome.result;
}
