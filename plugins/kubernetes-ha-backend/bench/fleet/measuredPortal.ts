/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  Page,
  ClusterSummary,
} from 'backstage-plugin-kubernetes-ha-common';
import type { FleetFigures } from './figures';
import { PortalDatabase, startPortal } from './portal/startPortal';
import { Visitor } from './portal/visitor';

/** How often the ages of what the portal shows are looked at. */
const AGES_MS = 10_000;

/** How long the portal may take until it has observed every cluster. */
const SEEN_MS = 600_000;
const POLL_MS = 2_000;

/** What a portal with a fleet is measured with. */
export interface FleetRun {
  database: PortalDatabase;
  kubernetesHa: object;
  /** Names of its clusters. */
  names: readonly string[];
  /** From when every cluster was seen. */
  warmUpSeconds: number;
  seconds: number;
  /** Called when measuring begins. */
  onBegin?: () => void;
}

/** Starts a portal with a fleet, has it visited, and measures it once it runs evenly. */
export async function measureFleet(
  run: FleetRun,
): Promise<Omit<FleetFigures, 'gaps'>> {
  const portal = await startPortal(run);
  try {
    const watcher = new Visitor(portal.url, run.names);
    await untilSeen(watcher, run.names.length);
    await pause(run.warmUpSeconds * 1000);
    portal.reset();
    run.onBegin?.();
    const over = AbortSignal.timeout(run.seconds * 1000);
    const visitor = new Visitor(portal.url, run.names);
    const [oldestIntervals] = await Promise.all([
      oldestUntil(watcher, over),
      visitor.visitUntil(over),
    ]);
    return {
      cost: await portal.cost(),
      latencies: visitor.latencies,
      failures: visitor.failures,
      oldestIntervals,
    };
  } finally {
    await portal.stop();
  }
}

/**
 * Resolves when the portal has observed so many clusters. A portal that starts
 * may refuse a request. Errors: Error when it takes too long.
 */
async function untilSeen(visitor: Visitor, clusters: number): Promise<void> {
  const deadline = Date.now() + SEEN_MS;
  let seen = 0;
  while (Date.now() < deadline) {
    const shown = await clustersOf(visitor).catch(() => []);
    seen = shown.filter(({ observation }) => observation.observedAt).length;
    if (seen === clusters) return;
    await pause(POLL_MS);
  }
  throw new Error(
    `The portal has observed ${seen} of ${clusters} clusters within ${
      SEEN_MS / 1000
    } s.`,
  );
}

async function oldestUntil(
  visitor: Visitor,
  signal: AbortSignal,
): Promise<number> {
  let oldest = 0;
  while (!signal.aborted) {
    const shown = await clustersOf(visitor).catch(() => []);
    const now = Date.now();
    for (const { observation } of shown) {
      const { observedAt, intervalSeconds } = observation;
      const ageMs = observedAt ? now - Date.parse(observedAt) : Infinity;
      oldest = Math.max(oldest, ageMs / 1000 / intervalSeconds);
    }
    await pause(AGES_MS);
  }
  return oldest;
}

async function clustersOf(visitor: Visitor): Promise<ClusterSummary[]> {
  const token = await visitor.logIn();
  const page = await visitor.get<Page<ClusterSummary>>(
    token,
    '/v1/clusters?limit=500',
  );
  return page.items;
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
