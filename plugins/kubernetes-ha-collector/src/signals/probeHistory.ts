/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Probe } from 'backstage-plugin-kubernetes-ha-common';
import type { Refusal } from '../refusals/classify';
import { oneLine } from '../refusals/oneLine';

/** What one collection saw, before what earlier collections saw is added. */
export type ProbeAnswer = Omit<Probe, 'failingSince' | 'consecutiveFailures'>;

/** Where there was no answer: of the refusal what a probe has, in one line. */
export function refusedProbe({
  reason,
  detail,
  failure,
}: Refusal): ProbeAnswer {
  return {
    ok: false,
    reason,
    detail: oneLine(detail),
    ...(failure && { failure }),
  };
}

/** Adds since when and how often in a row an answer has not been ok, from the same probe of the collection before. */
export function withProbeHistory(
  answer: ProbeAnswer,
  previous: Probe | undefined,
  now: Date,
): Probe {
  if (answer.ok) return { ...answer, consecutiveFailures: 0 };
  return {
    ...answer,
    failingSince: previous?.failingSince ?? now.toISOString(),
    consecutiveFailures: (previous?.consecutiveFailures ?? 0) + 1,
  };
}
