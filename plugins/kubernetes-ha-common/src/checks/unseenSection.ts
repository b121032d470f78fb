/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message, type Message } from '../messages';
import type {
  ClusterSnapshot,
  SectionName,
  Sections,
} from '../snapshot/clusterSnapshot';
import { detailOf, type UnknownSignal } from '../snapshot/signal';
import type { Outcome } from './check';
import { derivedOnce } from './derivedOnce';
import { ageSeconds, isFromFuture, STALE_INTERVALS } from './freshness';
import { unknown } from './outcome';
import { sectionFix } from './sectionFix';

/** Dozens of checks read what is not configured, and all of them say the same of it. */
const toldOnce = derivedOnce(
  (section: SectionName, signal: UnknownSignal): Outcome => {
    const { reason } = signal;
    const detail = detailOf(signal);
    const why = message('section.unknown', { section, reason, detail });
    return outcomeOf(section, signal, why);
  },
);

/** That a section is unknown, and why; nothing when it is not. */
export function unseen(
  section: SectionName,
  signals: Sections,
  snapshot: ClusterSnapshot,
  nowMs: number,
): Outcome | undefined {
  const signal = signals[section];
  if (signal.state !== 'unknown') return undefined;
  const stored = snapshot.sections[section];
  if (stored.state !== 'observed' || isFromFuture(stored, nowMs)) {
    return toldOnce(section, signal);
  }
  const stale = message('section.stale', {
    section,
    ageSeconds: Math.round(ageSeconds(stored.observedAt, nowMs)),
    limitSeconds: STALE_INTERVALS * stored.intervalSeconds,
  });
  return outcomeOf(section, signal, stale);
}

function outcomeOf(
  section: SectionName,
  signal: UnknownSignal,
  observed: Message,
): Outcome {
  const fix = sectionFix(section, signal);
  const required = message('section.required', { sections: [section] });
  return unknown(signal.reason, observed, required, fix && { fix });
}
