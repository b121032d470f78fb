/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  ClusterIdentity,
  DeclaredCluster,
} from 'backstage-plugin-kubernetes-ha-collector';
import type { ClusterFacts } from 'backstage-plugin-kubernetes-ha-common';

/** Another identity than the remembered one, seen on the same connection. */
export interface IdentityConflict {
  seen: ClusterIdentity;
  /** ISO 8601 UTC. */
  since: string;
  /** What it means and what to do, one line. */
  detail: string;
}

/** A cluster as it is known: declared, and recognised on the way. */
export interface KnownCluster {
  facts: ClusterFacts;
  configured: boolean;
  controlPlaneSeconds: number;
  inventorySeconds: number;
  identity?: ClusterIdentity & { since: string };
  conflict?: IdentityConflict;
}

/** The clusters of this portal, shared by all replicas. */
export interface ClusterStore {
  /** Makes these the configured clusters. Others keep their history for a while and are marked as removed since now. */
  declare(clusters: readonly DeclaredCluster[], now: Date): Promise<void>;
  get(name: string): Promise<KnownCluster | undefined>;
  /** Names of the configured clusters. */
  configuredNames(): Promise<string[]>;
  /**
   * Begins a collection: the number of its write, higher than every one before
   * it on any replica. The number below it is free as well, for a fence that the
   * collection sets before it writes. Errors: NotFoundError for a cluster that was never declared.
   */
  nextEpoch(name: string): Promise<number>;
  /** Remembers what kind of platform it turned out to be. */
  recognise(name: string, platform: ClusterFacts['platform']): Promise<void>;
  /** Adds what was not known of the identity; what was known stays as it is. */
  learnIdentity(
    name: string,
    identity: ClusterIdentity & { since: string },
  ): Promise<void>;
  /** Puts another identity in the place of the known one. */
  replaceIdentity(
    name: string,
    identity: ClusterIdentity & { since: string },
  ): Promise<void>;
  /** Marks a cluster whose connection answers for another one; null clears the mark. */
  markConflict(name: string, conflict: IdentityConflict | null): Promise<void>;
}
