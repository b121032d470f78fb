/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../messages';
import {
  ClusterSnapshot,
  SectionName,
  sectionNames,
  Sections,
} from '../snapshot/clusterSnapshot';
import { isRemembered } from '../snapshot/lastObserved';
import type { ObservedSignal, Signal } from '../snapshot/signal';
import type { Check, Outcome } from './check';
import {
  ageSeconds,
  freshWithin,
  isFromFuture,
  lastTrustedMs,
} from './freshness';

/** The sections of a snapshot as they were last seen. @internal */
export interface LastSeenSections {
  /** What is unknown now as it was last observed, the rest as it is now. */
  sections: Sections;
  /** What was put in place of what is unknown. */
  stoodIn: ReadonlyMap<SectionName, ObservedSignal<unknown>>;
}

/**
 * The sections with what was last observed in place of what is unknown now: a
 * stored signal that went stale, or what the snapshot holds beside. Nothing
 * where there is no such section.
 * @internal
 */
export function lastSeenSections(
  snapshot: ClusterSnapshot,
  signals: Sections,
  nowMs: number,
): LastSeenSections | undefined {
  const stoodIn = new Map<SectionName, ObservedSignal<unknown>>();
  for (const name of sectionNames) {
    if (signals[name].state !== 'unknown') continue;
    const stored: Signal<unknown> = snapshot.sections[name];
    const last: Signal<unknown> | undefined =
      stored.state === 'observed' ? stored : snapshot.lastObserved?.[name];
    if (
      last?.state === 'observed' &&
      isRemembered(last, nowMs) &&
      !isFromFuture(last, nowMs)
    ) {
      stoodIn.set(name, freshWithin(name, last, Date.parse(last.observedAt)));
    }
  }
  if (stoodIn.size === 0) return undefined;
  return {
    sections: { ...signals, ...Object.fromEntries(stoodIn) } as Sections,
    stoodIn,
  };
}

/** What stood in of the sections that a check reads or consults. @internal */
export function stoodInFor(
  { reads, consults = [] }: Pick<Check, 'reads' | 'consults'>,
  stoodIn: LastSeenSections['stoodIn'],
): [SectionName, ObservedSignal<unknown>][] {
  return [...reads, ...consults].flatMap(
    (section): [SectionName, ObservedSignal<unknown>][] => {
      const signal = stoodIn.get(section);
      return signal ? [[section, signal]] : [];
    },
  );
}

/**
 * The clock for what stood in: the last moment at which all of it was seen and
 * trusted. With the clock of now everything that has to be fresh would fail,
 * only because time has passed since.
 * @internal
 */
export function lastSeenMs(
  used: readonly Pick<
    ObservedSignal<unknown>,
    'observedAt' | 'intervalSeconds'
  >[],
): number {
  return Math.min(
    Math.max(...used.map(({ observedAt }) => Date.parse(observedAt))),
    ...used.map(lastTrustedMs),
  );
}

const costs: readonly Outcome['status'][] = ['warn', 'fail'];

/**
 * `now`, unless what was last seen was worse: then an unknown of which is known
 * that it failed or warned. That it cannot be seen is no recovery. `unseen`: why
 * it cannot; the same as `now` where that is unknown already.
 * @internal
 */
export function unseenSince(
  now: Outcome,
  unseen: Outcome,
  before: Outcome,
  seenMs: number,
  nowMs: number,
): Outcome {
  const { status, observed, required, fix, subjects } = before;
  if (costs.indexOf(status) <= costs.indexOf(now.status)) return now;
  if (status !== 'fail' && status !== 'warn') return now;
  const at = new Date(seenMs).toISOString();
  const seconds = Math.round(ageSeconds(at, nowMs));
  return {
    ...unseen,
    observed: message('result.last-seen', {
      status,
      ageSeconds: seconds,
      observed,
      now: unseen.observed,
    }),
    ...(required && { required }),
    ...(fix && { fix }),
    ...(subjects && { subjects }),
    lastSeen: { status, at, ageSeconds: seconds, observed },
  };
}

/** What a result counts as: an unknown as it was last seen, the rest by its status. @public */
export function standingStatus({
  status,
  lastSeen,
}: Pick<Outcome, 'status' | 'lastSeen'>): Outcome['status'] {
  return status === 'unknown' ? lastSeen?.status ?? status : status;
}
