/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { InputError } from '@backstage/errors';
import { isoTime } from './isoTime';

/** The beginning of time for every resolution: older points are not kept. */
const ALWAYS = new Date(0).toISOString();

/** The range of a query, as stored times are written. Errors: InputError for a time that is none, and when it ends before it begins. */
export function timeRange(
  query: { from?: string; to?: string },
  now: Date,
): { from: string; to: string } {
  const from = query.from ? isoTime('from', query.from) : ALWAYS;
  const to = query.to ? isoTime('to', query.to) : now.toISOString();
  if (from > to) {
    throw new InputError(
      `from is ${from}, after to, which is ${to}. Expected: from before to. Exchange them.`,
    );
  }
  return { from, to };
}
