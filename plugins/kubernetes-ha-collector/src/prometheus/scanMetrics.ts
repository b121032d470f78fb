/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { setImmediate as nextTurn } from 'node:timers/promises';
import { PIECE_BYTES } from './bounds';
import { FamilyAllowList, MetricsScanner } from './metricsScanner';

/**
 * Reads the wanted families of a Prometheus text or OpenMetrics page, given
 * whole or in chunks as they arrive, and gives the event loop a turn between
 * pieces.
 *
 * Answers sums by key: `family` or `family{a="b",le="0.1"}` with the wanted
 * labels in alphabetical order, see {@link MetricsScanner}. A page without any
 * wanted family answers `{}`: whether that is an error is for the caller to say.
 * Errors: those of `chunks`, and those of {@link MetricsScanner}.
 * @internal
 */
export async function scanMetrics(
  chunks: AsyncIterable<Uint8Array> | Buffer,
  families: FamilyAllowList,
): Promise<Record<string, number>> {
  const scanner = new MetricsScanner(families);
  if (!Buffer.isBuffer(chunks)) {
    for await (const chunk of chunks) scanner.push(chunk);
    return scanner.finish();
  }
  for (let at = 0; at < chunks.length; at += PIECE_BYTES) {
    if (at > 0) await nextTurn();
    scanner.push(chunks.subarray(at, at + PIECE_BYTES));
  }
  return scanner.finish();
}

/**
 * As {@link scanMetrics}, at once: for small pages (an etcd member's is about
 * 100 kB) and for workers.
 * @internal
 */
export function scanMetricsPage(
  page: Uint8Array,
  families: FamilyAllowList,
): Record<string, number> {
  const scanner = new MetricsScanner(families);
  scanner.push(page);
  return scanner.finish();
}
