/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  Check,
  ClusterFacts,
  Policy,
  SomeSections,
} from 'backstage-plugin-kubernetes-ha-common';
import {
  onlyObserved,
  PlayedRecording,
} from 'backstage-plugin-kubernetes-ha-collector';
import { AssessmentService } from '../assessment/AssessmentService';
import type { KnownCluster } from '../database/ClusterStore';
import type { StoredSignals } from '../database/SignalStore';
import { Past, PastAssessments } from './PastAssessments';
import { Intervals, PastInstant, pastInstants } from './pastInstants';

/** What a past is made from. */
export interface PastOptions {
  recording: PlayedRecording;
  facts: ClusterFacts;
  intervals: Intervals;
  /** When the recording was played before its present loop: pastInstants.ts. */
  playedHoursAgo: readonly number[];
  checks: readonly Check[];
  policy: Policy;
  now: Date;
  logger: Pick<LoggerService, 'warn' | 'error'>;
}

/**
 * Plays a recording ahead of `now`: assesses what would have been collected at
 * instants of the past, one after the other, as a live cluster is assessed.
 * Works in slices; nothing is published, for nothing of it happens now. Answers
 * nothing where there is no past.
 */
export async function playPast(
  options: PastOptions,
): Promise<Past | undefined> {
  const { recording, facts, intervals, checks, policy, now, logger } = options;
  const past = new PastAssessments();
  const cluster: KnownCluster = { facts, configured: true, ...intervals };
  let at = now;
  let signals: StoredSignals = { newest: {}, lastObserved: {} };
  const service = new AssessmentService({
    ...past.stores,
    clusters: { get: async () => cluster },
    signals: { readBoth: async () => signals },
    events: { publish: async () => {} },
    logger: {
      info: () => {},
      warn: (...line) => logger.warn(...line),
      error: (...line) => logger.error(...line),
    },
    checks,
    policy: () => policy,
    now: () => at,
  });
  for (const instant of pastInstants(
    recording,
    now,
    intervals,
    options.playedHoursAgo,
  )) {
    at = new Date(instant.atMs);
    const seen = collected(recording, instant, at, intervals);
    signals = {
      newest: { ...signals.newest, ...seen },
      lastObserved: { ...signals.lastObserved, ...onlyObserved(seen) },
    };
    await service.assess(facts.name, instant.groups[0]);
  }
  return past.end(now, signals.newest);
}

function collected(
  recording: PlayedRecording,
  { positionMs, groups }: PastInstant,
  at: Date,
  { controlPlaneSeconds, inventorySeconds }: Intervals,
): SomeSections {
  return Object.assign(
    {},
    ...groups.map(group => {
      const sections = recording.sectionsAtPosition(
        positionMs,
        at,
        group === 'inventory' ? inventorySeconds : controlPlaneSeconds,
      );
      const wanted: readonly string[] = recording.header.groups[group];
      return Object.fromEntries(
        Object.entries(sections).filter(([name]) => wanted.includes(name)),
      );
    }),
  );
}
