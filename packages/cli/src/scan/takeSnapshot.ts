/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { setTimeout as delay } from 'node:timers/promises';
import {
  collectBothGroups,
  Collector,
  CollectorLogger,
  DeclaredCluster,
  detectPlatform,
  Refusal,
} from 'backstage-plugin-kubernetes-ha-collector';
import {
  ClusterFacts,
  ClusterSnapshot,
  joinSnapshot,
  SomeSections,
} from 'backstage-plugin-kubernetes-ha-common';

/** How a cluster is sampled. */
export interface SampleOptions {
  collector: Collector;
  declared: DeclaredCluster;
  /** Collections of the control plane. */
  samples: number;
  intervalSeconds: number;
  /** Ends the scan: what was read until then is assessed. */
  signal: AbortSignal;
  logger: CollectorLogger;
  /** Told before each collection, from 1 on. */
  onSample(number: number): void;
}

/** What was seen of a cluster. */
export interface Sampled {
  snapshot: ClusterSnapshot;
  /** Why the cluster does not say who it is; nothing when it does. */
  refusal?: Refusal;
}

/**
 * Reads a cluster: its objects once, its control plane as often as asked. One
 * collection more than the first is what checks of counters need, and what
 * places etcd members on the nodes that the first one found.
 */
export async function takeSnapshot(options: SampleOptions): Promise<Sampled> {
  const { collector, declared, samples, signal } = options;
  const began = Date.now();
  options.onSample(1);
  // Side by side, so that an API server that does not answer costs no time twice.
  const [{ identity, refusal }, first] = await Promise.all([
    collector.identity(signal),
    collectBothGroups(collector, contextOf(options, declared.facts, {})),
  ]);
  const facts: ClusterFacts = {
    ...declared.facts,
    ...(identity.uid !== undefined && { uid: identity.uid }),
  };
  let sections: SomeSections = first;
  for (let number = 2; number <= samples; number += 1) {
    const dueMs = began + (number - 1) * options.intervalSeconds * 1000;
    await untilDue(dueMs, signal);
    // What was begun after the end would only turn known sections unknown.
    if (signal.aborted) break;
    options.onSample(number);
    const next = await collector.collect(
      'control-plane',
      contextOf(options, facts, sections),
    );
    if (signal.aborted) break;
    sections = { ...sections, ...next.sections };
  }
  if (declared.detectPlatform) {
    facts.platform = detectPlatform(sections) ?? facts.platform;
  }
  return {
    snapshot: joinSnapshot({ facts }, sections, new Date()),
    ...(refusal && { refusal }),
  };
}

/** As the portal collects, but for an inventory that stays fresh until the last sample. */
function contextOf(
  { declared, samples, intervalSeconds, signal, logger }: SampleOptions,
  cluster: ClusterFacts,
  previous: SomeSections,
) {
  return {
    cluster,
    signal,
    intervalSeconds: Math.max(
      declared.controlPlaneSeconds,
      samples * intervalSeconds,
    ),
    previous,
    now: () => new Date(),
    logger,
  };
}

async function untilDue(dueMs: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(Math.max(0, dueMs - Date.now()), undefined, { signal });
  } catch (error) {
    // Ended while waiting: the caller looks at the signal.
    if (!signal.aborted) throw error;
  }
}
