/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { InputError } from '@backstage/errors';
import { message, refusal } from 'backstage-plugin-kubernetes-ha-common';
import { isoTime } from './isoTime';

/** The beginning of time for every resolution: older points are not kept. */
const ALWAYS = new Date(0).toISOString();

/** The range of a query, as stored times are written. Without a beginning it is as long as `defaultMs`, or begins with time. Errors: InputError for a time that is none, and when it ends before it begins. */
export function timeRange(
  query: { from?: string; to?: string },
  now: Date,
  defaultMs?: number,
): { from: string; to: string } {
  const to = query.to ? isoTime('to', query.to) : now.toISOString();
  const beginning =
    defaultMs === undefined
      ? ALWAYS
      : new Date(Date.parse(to) - defaultMs).toISOString();
  const from = query.from ? isoTime('from', query.from) : beginning;
  if (from > to) {
    throw refusal(InputError, message('error.range', { from, to }));
  }
  return { from, to };
}
