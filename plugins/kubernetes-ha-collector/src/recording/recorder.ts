/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { onlyObserved } from '../collection/onlyObserved';
import { setTimeout as delay } from 'node:timers/promises';
import {
  ClusterFacts,
  SNAPSHOT_SCHEMA_VERSION,
  SomeSections,
} from 'backstage-plugin-kubernetes-ha-common';
import type { DeclaredCluster } from '../clusters/declaration';
import { detectPlatform } from '../clusters/detectPlatform';
import type { Collector } from '../collection/Collector';
import { collectBothGroups } from '../collection/collectBothGroups';
import type { CollectorLogger } from '../contracts';
import { RecordingEncoder } from './encoder';
import {
  RECORDING_FORMAT,
  RECORDING_VERSION,
  RecordingEvent,
  RecordingHeader,
  RecordingTick,
} from './format';

/** What a recording is made of. @public */
export interface RecorderOptions {
  collector: Collector;
  cluster: DeclaredCluster;
  title: string;
  description: string;
  durationSeconds: number;
  intervalSeconds: number;
  /** Ends the recording early; what was seen until then is kept. */
  stop: AbortSignal;
  /** What was done to the cluster, asked for at the end. */
  events(start: Date, durationMs: number): RecordingEvent[];
  logger: CollectorLogger;
  /** Called after each collection. */
  onCollection?(collection: {
    count: number;
    atMs: number;
    tookMs: number;
  }): void;
}

/**
 * Collects a cluster through the collector that serves it live, at each
 * interval, and answers the recording. A collection that takes longer than the
 * interval delays the next one.
 * @public
 */
export async function record(
  options: RecorderOptions,
): Promise<{ header: RecordingHeader; ticks: RecordingTick[] }> {
  const { collector, intervalSeconds, stop } = options;
  let facts: ClusterFacts = { ...options.cluster.facts };
  // Sources use what others saw before them (members on their nodes, counters to compare with): one collection goes ahead.
  let previous: SomeSections = stop.aborted
    ? {}
    : await collectOnce(options, facts, {}, {});
  let lastObserved = onlyObserved(previous);
  const start = new Date();
  const encoder = new RecordingEncoder(start);
  const ticks: RecordingTick[] = [];

  for (
    let dueMs = 0;
    dueMs < options.durationSeconds * 1000 && !stop.aborted;

  ) {
    await waitUntil(start.getTime() + dueMs, stop);
    if (stop.aborted) break;
    const began = Date.now();
    facts = { ...facts, ...(await identified(collector, facts)) };
    const seen = await collectOnce(options, facts, previous, lastObserved);
    previous = { ...previous, ...seen };
    lastObserved = { ...lastObserved, ...onlyObserved(seen) };
    if (options.cluster.detectPlatform) {
      facts.platform = detectPlatform(previous) ?? facts.platform;
    }
    const at = new Date();
    ticks.push(encoder.encode(at, seen));
    options.onCollection?.({
      count: ticks.length,
      atMs: at.getTime() - start.getTime(),
      tookMs: at.getTime() - began,
    });
    dueMs = Math.max(
      dueMs + intervalSeconds * 1000,
      Date.now() - start.getTime(),
    );
  }
  const last = ticks.at(-1);
  if (!last)
    throw new Error('Stopped before the first collection: nothing to write.');
  const durationMs = last.atMs + Math.round(intervalSeconds * 1000);
  return {
    header: {
      format: RECORDING_FORMAT,
      version: RECORDING_VERSION,
      schemaVersion: SNAPSHOT_SCHEMA_VERSION,
      cluster: facts,
      recordedAt: start.toISOString(),
      durationMs,
      intervalSeconds,
      title: options.title,
      description: options.description,
      groups: {
        'control-plane': [...collector.sectionsOf('control-plane')],
        inventory: [...collector.sectionsOf('inventory')],
      },
      events: options.events(start, durationMs),
    },
    ticks,
  };
}

function collectOnce(
  { collector, intervalSeconds, logger }: RecorderOptions,
  cluster: ClusterFacts,
  previous: SomeSections,
  lastObserved: SomeSections,
): Promise<SomeSections> {
  return collectBothGroups(collector, {
    cluster,
    // Every source has a deadline of its own, and the collector one for all.
    signal: new AbortController().signal,
    intervalSeconds,
    previous,
    lastObserved,
    now: () => new Date(),
    logger,
  });
}

/** The cluster's own id, once it is told. */
async function identified(
  collector: Collector,
  { uid }: ClusterFacts,
): Promise<Pick<ClusterFacts, 'uid'>> {
  if (uid !== undefined) return { uid };
  const { identity } = await collector.identity(AbortSignal.timeout(10_000));
  return identity.uid === undefined ? {} : { uid: identity.uid };
}

async function waitUntil(ms: number, stop: AbortSignal): Promise<void> {
  try {
    await delay(Math.max(0, ms - Date.now()), undefined, { signal: stop });
  } catch (error) {
    // Stopped while waiting: the caller checks the signal.
    if (!stop.aborted) throw error;
  }
}
