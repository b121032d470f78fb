/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Wording } from './useWording';

/** How much does not pass, worst first: `1 failing · 9 warning`. What there is none of is left out; empty when all passes. Pure. */
export function wordCounts(
  counts: { fail: number; warn: number; unknown?: number },
  t: Wording['t'],
): string {
  const { fail, warn, unknown = 0 } = counts;
  return [
    fail > 0 && t('count.fail', { number: String(fail) }),
    warn > 0 && t('count.warn', { number: String(warn) }),
    unknown > 0 && t('count.unknown', { number: String(unknown) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
