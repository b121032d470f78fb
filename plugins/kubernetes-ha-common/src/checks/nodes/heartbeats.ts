/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { SectionValues, Sections } from '../../snapshot/clusterSnapshot';
import type { NodeInfo } from '../../snapshot/sections/inventory';
import { leaseAgeSeconds } from '../leaseAge';
import { isReady } from './nodeConditions';

/** The last heartbeat of a node. */
interface Heartbeat {
  name: string;
  /** By the API server's clock; infinite when there never was one. */
  age: number;
  /** How long its Lease lasts unrenewed, in seconds; undefined where that says nothing. */
  leaseSeconds?: number;
  controlPlane: boolean;
}

/**
 * The heartbeats of the nodes, and the nodes whose clock is wrong so that the
 * age of theirs tells nothing: ahead of the API server's, or so far behind
 * that the node was Ready long after it should have counted as lost.
 *
 * Nodes are read less often than Leases: one that has no Lease may have left
 * the cluster since, and is missed only if the nodes are the newer reading.
 */
export function heartbeats(
  { nodeLeases, nodes }: Pick<SectionValues, 'nodeLeases' | 'nodes'>,
  signals: Readonly<Pick<Sections, 'nodeLeases' | 'nodes'>>,
  lostSeconds: number,
): { beats: Heartbeat[]; offClock: string[] } {
  const renewals = new Map<string, Omit<Heartbeat, 'controlPlane'>>();
  for (const lease of nodeLeases.leases) {
    const { name, durationSeconds } = lease;
    const age = leaseAgeSeconds(lease, nodeLeases) ?? Infinity;
    renewals.set(name, {
      name,
      age,
      leaseSeconds: durationSeconds || undefined,
    });
  }
  const behindSeconds = secondsBetween(
    signals.nodes.observedAt,
    signals.nodeLeases.observedAt,
  );
  const beats: Heartbeat[] = [];
  const offClock: string[] = [];
  // While etcd takes no writes all Leases grow old beside nodes that stay
  // Ready: that is no matter of clocks.
  let young = 0;
  for (const { age } of renewals.values()) if (age <= lostSeconds) young += 1;
  const isWritten = young * 2 > renewals.size;
  for (const node of nodes) {
    const { name, controlPlane } = node;
    const renewal = renewals.get(name);
    const age =
      renewal?.age ??
      (behindSeconds < 0 ? ageOfNode(node, nodeLeases.serverTime) : undefined);
    if (age === undefined) continue;
    const wasReadyAt = age - behindSeconds;
    const isAlive =
      isWritten &&
      isReady(node) &&
      Number.isFinite(age) &&
      renewal !== undefined &&
      wasReadyAt > lostSeconds;
    if (age < 0 || isAlive) offClock.push(name);
    else {
      const { leaseSeconds } = renewal ?? {};
      beats.push({ name, age, leaseSeconds, controlPlane });
    }
  }
  return { beats, offClock };
}

function ageOfNode({ createdAt }: NodeInfo, serverTime: string): number {
  return leaseAgeSeconds({ renewTime: createdAt }, { serverTime }) ?? Infinity;
}

function secondsBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / 1000;
}
