/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { isError } from '@backstage/errors';
import { oneLine } from './oneLine';

/** What an error that nobody expected says, fit for a signal and a log: it may come from a module's code. */
export function failureOf(error: unknown, limit?: number): string {
  return oneLine(isError(error) ? error.message : String(error), limit);
}

/** Where it was thrown, for a log: the stack without the message, which may hold a secret. */
export function stackOf(error: unknown): { stack?: string } {
  if (!isError(error) || !error.stack) return {};
  const frames = error.stack.split('\n').filter(line => /^\s+at /.test(line));
  return { stack: [failureOf(error), ...frames].join('\n') };
}
