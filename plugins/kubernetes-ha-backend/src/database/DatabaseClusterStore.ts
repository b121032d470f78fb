/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  ClusterIdentity,
  DeclaredCluster,
} from 'backstage-plugin-kubernetes-ha-collector';
import { NotFoundError } from '@backstage/errors';
import {
  clusterFactsSchema,
  ClusterFacts,
} from 'backstage-plugin-kubernetes-ha-common';
import type { Knex } from 'knex';
import { z } from 'zod/v4';
import type {
  ClusterStore,
  IdentityConflict,
  KnownCluster,
} from './ClusterStore';
import { transaction } from './transaction';

/** A row of the table `cluster`. SQLite gives booleans as 0 and 1. */
export interface ClusterRow {
  name: string;
  configured: boolean | number;
  title: string | null;
  tier: string;
  owner: string | null;
  search: string;
  platform: string;
  connection: string;
  recorded_at: string | null;
  control_plane_seconds: number;
  inventory_seconds: number;
  epoch: number;
  uid: string | null;
  etcd_cluster_id: string | null;
  identity_since: string | null;
  identity_conflict: string | null;
  removed_at: string | null;
}

const conflictSchema = z.object({
  seen: z.object({
    uid: z.string().optional(),
    etcdClusterId: z.string().optional(),
  }),
  since: z.string(),
  detail: z.string(),
});

/** A collection has two numbers: one for the fence it may have to set, one for what it writes. */
const EPOCHS_EACH = 2;

/** {@link ClusterStore} in SQL. */
export class DatabaseClusterStore implements ClusterStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async declare(
    clusters: readonly DeclaredCluster[],
    now: Date,
  ): Promise<void> {
    const declared = new Map(clusters.map(each => [each.facts.name, each]));
    await transaction(this.#knex, async tx => {
      const rows = await tx<ClusterRow>('cluster').select('name');
      const names = new Set([
        ...rows.map(({ name }) => name),
        ...declared.keys(),
      ]);
      // One by one in the order of their names: two replicas that list the same
      // clusters in other orders wait for each other and never lock each other up.
      for (const name of [...names].sort()) {
        const cluster = declared.get(name);
        if (cluster) await declareOne(tx, cluster);
        else await markRemoved(tx, name, now);
      }
    });
  }

  async get(name: string): Promise<KnownCluster | undefined> {
    const row = await this.#knex<ClusterRow>('cluster').where({ name }).first();
    return row && knownCluster(row);
  }

  async configuredNames(): Promise<string[]> {
    const rows = await this.#knex<ClusterRow>('cluster')
      .where({ configured: true })
      .orderBy('name')
      .select('name');
    return rows.map(row => row.name);
  }

  async nextEpoch(name: string): Promise<number> {
    const [row] = await this.#knex<ClusterRow>('cluster')
      .where({ name })
      .increment('epoch', EPOCHS_EACH)
      .returning('epoch');
    if (!row) {
      throw new NotFoundError(
        `Cluster "${name}" is not known. Expected: a cluster of kubernetesHa.clusters. Add it there.`,
      );
    }
    return row.epoch;
  }

  async recognise(
    name: string,
    platform: ClusterFacts['platform'],
  ): Promise<void> {
    await this.#knex<ClusterRow>('cluster')
      .where({ name })
      .update({ platform });
  }

  async learnIdentity(
    name: string,
    identity: ClusterIdentity & { since: string },
  ): Promise<void> {
    const { uid, etcdClusterId, since } = identity;
    const filled = (column: keyof ClusterRow, value: string | undefined) =>
      this.#knex.raw('coalesce(??, ?)', [column, value ?? null]);
    await this.#knex<ClusterRow>('cluster')
      .where({ name })
      .update({
        uid: filled('uid', uid),
        etcd_cluster_id: filled('etcd_cluster_id', etcdClusterId),
        identity_since: filled('identity_since', since),
      });
  }

  async replaceIdentity(
    name: string,
    identity: ClusterIdentity & { since: string },
  ): Promise<void> {
    await this.#knex<ClusterRow>('cluster')
      .where({ name })
      .update({
        uid: identity.uid ?? null,
        etcd_cluster_id: identity.etcdClusterId ?? null,
        identity_since: identity.since,
      });
  }

  async markConflict(
    name: string,
    conflict: IdentityConflict | null,
  ): Promise<void> {
    await this.#knex<ClusterRow>('cluster')
      .where({ name })
      .update({
        identity_conflict: conflict ? JSON.stringify(conflict) : null,
      });
  }
}

async function declareOne(
  tx: Knex.Transaction,
  { facts, ...cluster }: DeclaredCluster,
): Promise<void> {
  const declared = {
    configured: true,
    removed_at: null,
    title: facts.title ?? null,
    tier: facts.tier,
    owner: facts.owner?.toLowerCase() ?? null,
    search: searchable(facts),
    ...(!cluster.detectPlatform && { platform: facts.platform }),
    connection: facts.connection,
    recorded_at: facts.recordedAt ?? null,
    control_plane_seconds: cluster.controlPlaneSeconds,
    inventory_seconds: cluster.inventorySeconds,
  };
  await tx<ClusterRow>('cluster')
    .insert({ platform: facts.platform, ...declared, name: facts.name })
    .onConflict('name')
    .merge(declared);
}

/** Since now, or since an earlier start that noticed it. */
async function markRemoved(
  tx: Knex.Transaction,
  name: string,
  now: Date,
): Promise<void> {
  await tx<ClusterRow>('cluster')
    .where({ name })
    .whereNull('removed_at')
    .update({ configured: false, removed_at: now.toISOString() });
}

/** What a search looks through; lowered here, for SQLite knows the cases of ASCII only. */
function searchable({ name, title, owner }: ClusterFacts): string {
  return [name, title, owner].filter(Boolean).join('\n').toLowerCase();
}

/** The facts of a row. Errors: ZodError when the row was written by another version. */
export function factsOf(row: ClusterRow): ClusterFacts {
  return clusterFactsSchema.parse({
    name: row.name,
    ...(row.title && { title: row.title }),
    tier: row.tier,
    ...(row.owner && { owner: row.owner }),
    platform: row.platform,
    ...(row.uid && { uid: row.uid }),
    connection: row.connection,
    ...(row.recorded_at && { recordedAt: row.recorded_at }),
  });
}

/** A row as a cluster. */
export function knownCluster(row: ClusterRow): KnownCluster {
  return {
    facts: factsOf(row),
    configured: Boolean(row.configured),
    controlPlaneSeconds: row.control_plane_seconds,
    inventorySeconds: row.inventory_seconds,
    ...(row.identity_since && {
      identity: {
        ...(row.uid && { uid: row.uid }),
        ...(row.etcd_cluster_id && { etcdClusterId: row.etcd_cluster_id }),
        since: row.identity_since,
      },
    }),
    ...(row.identity_conflict && {
      conflict: conflictSchema.parse(JSON.parse(row.identity_conflict)),
    }),
  };
}
