/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { EtcdInfo } from 'backstage-plugin-kubernetes-ha-common';

const MINUTE_MS = 60_000;
const TERM_SPAN_MS = 20 * MINUTE_MS;
/** An unchanged term is noted once a minute; a changed one always. */
const TERM_STEP_MS = MINUTE_MS;
const SIZE_SPAN_MS = 24 * 60 * MINUTE_MS;
const SIZE_STEP_MS = 5 * MINUTE_MS;

type TermHistory = EtcdInfo['termHistory'];
type SizeHistory = EtcdInfo['sizeHistory'];

/** Adds the newest raft term and drops what is older than 20 minutes. Nothing is added when no member told its term. */
export function termHistoryWith(
  history: TermHistory,
  terms: readonly number[],
  now: Date,
): TermHistory {
  const kept = within(history, TERM_SPAN_MS, now);
  if (terms.length === 0) return kept;
  const term = Math.max(...terms);
  const last = kept.at(-1);
  const due =
    !last ||
    last.term !== term ||
    now.getTime() - Date.parse(last.at) >= TERM_STEP_MS;
  return due ? [...kept, { at: now.toISOString(), term }] : kept;
}

/** Adds the largest database size every five minutes and drops what is older than 24 hours. */
export function sizeHistoryWith(
  history: SizeHistory,
  sizes: readonly number[],
  now: Date,
): SizeHistory {
  const kept = within(history, SIZE_SPAN_MS, now);
  const last = kept.at(-1);
  const due = !last || now.getTime() - Date.parse(last.at) >= SIZE_STEP_MS;
  if (!due || sizes.length === 0) return kept;
  return [
    ...kept,
    { at: now.toISOString(), dbSizeInUseBytes: Math.max(...sizes) },
  ];
}

function within<T extends { at: string }>(
  history: readonly T[],
  spanMs: number,
  now: Date,
): T[] {
  return history.filter(({ at }) => now.getTime() - Date.parse(at) <= spanMs);
}
