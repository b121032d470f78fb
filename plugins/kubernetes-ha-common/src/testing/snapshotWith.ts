/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  ClusterFacts,
  ClusterSnapshot,
  SectionName,
  sectionNames,
  Sections,
  SectionValues,
  SNAPSHOT_SCHEMA_VERSION,
} from '../snapshot/clusterSnapshot';
import type { Signal } from '../snapshot/signal';

/** The instant at which test snapshots are judged. */
export const TEST_NOW = '2026-11-23T12:00:00.000Z';

/** An instant `seconds` before {@link TEST_NOW}. */
export function secondsAgo(seconds: number): string {
  return new Date(Date.parse(TEST_NOW) - seconds * 1000).toISOString();
}

/** An observed signal, seen five seconds before {@link TEST_NOW}. */
export function observed<T>(value: T): Signal<T> {
  return {
    state: 'observed',
    value,
    source: 'test',
    via: 'test',
    observedAt: secondsAgo(5),
    intervalSeconds: 30,
  };
}

/** A signal that could not be told. */
export function notKnown(
  reason: Extract<Signal<never>, { state: 'unknown' }>['reason'] = 'timeout',
  detail = 'no answer in time',
): Signal<never> {
  return {
    state: 'unknown',
    reason,
    detail,
    source: 'test',
    via: 'test',
    observedAt: secondsAgo(5),
  };
}

/** A signal of something that is not there. */
export function absent(detail = 'managed by the provider'): Signal<never> {
  return {
    state: 'absent',
    reason: 'provider-managed',
    detail,
    source: 'test',
    via: 'test',
    observedAt: secondsAgo(5),
  };
}

/** A section as a value (observed) or as a signal of its own. */
type Given = {
  [K in SectionName]?: SectionValues[K] | Signal<SectionValues[K]>;
};

/** A snapshot that has the given sections observed; all others were not collected. */
export function snapshotWith(
  given: Given,
  cluster: Partial<ClusterFacts> = {},
): ClusterSnapshot {
  const sections = Object.fromEntries(
    sectionNames.map(name => [name, asSignal(given[name])]),
  ) as Sections;
  return {
    schemaVersion: SNAPSHOT_SCHEMA_VERSION,
    cluster: {
      name: 'test',
      tier: 'production',
      platform: 'self-managed',
      connection: 'kubeconfig',
      ...cluster,
    },
    takenAt: TEST_NOW,
    sections,
  };
}

function asSignal(given: unknown): Signal<unknown> {
  if (given === undefined) return notKnown('not-collected', 'nobody looked');
  if (isSignal(given)) return given;
  return observed(given);
}

function isSignal(given: unknown): given is Signal<unknown> {
  return (
    typeof given === 'object' &&
    given !== null &&
    'state' in given &&
    'observedAt' in given
  );
}
