/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { resolve } from 'node:path';
import { ConfigSources, FileConfigSource } from '@backstage/config-loader';
import { isError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import {
  ClusterConfig,
  readConfig,
} from 'backstage-plugin-kubernetes-ha-collector';
import { checks, Policy } from 'backstage-plugin-kubernetes-ha-common';
import { usageError } from './errors';

/** A cluster as configured, and by what it is assessed. */
export interface ConfiguredCluster {
  config: ClusterConfig;
  policy: Policy;
}

/**
 * One cluster of the block `kubernetesHa` of app-config files, with their
 * `$include`, `$file` and `$env`, as a portal reads them.
 *
 * Errors: CliError `usage`.
 */
export async function clusterOfConfigFiles(
  files: readonly string[],
  cluster: string | undefined,
): Promise<ConfiguredCluster> {
  const written = await blockOf(files);
  const { clusters, policy } = clusterConfigs(written, portalTypes(written));
  const names = clusters.map(({ name }) => name).join(', ') || 'none';
  if (cluster === undefined && clusters.length !== 1) {
    throw usageError(
      `${files.join(', ')} has ${
        clusters.length
      } clusters: ${names}. Expected: one, or --cluster with the name of one of them.`,
    );
  }
  const config = clusters.find(({ name }) => name === (cluster ?? name));
  if (!config) {
    throw usageError(
      `${files.join(
        ', ',
      )} has no cluster "${cluster}". Expected: one of ${names}. Change --cluster.`,
    );
  }
  const { connection } = config;
  if (connection.type === 'kubernetesPlugin' || connection.type === 'custom') {
    const type =
      connection.type === 'custom' ? connection.name : connection.type;
    throw usageError(
      `The connection of cluster "${config.name}" has the type ${type}, which needs a running portal. Expected: kubeconfig, serviceAccount or recorded. Give the cluster a connection of its own, or use --kubeconfig.`,
    );
  }
  return { config, policy };
}

/** Checks a block as the portal does. Errors: CliError `usage` with every problem. */
export function clusterConfigs(
  written: unknown,
  customConnectionTypes: readonly string[] = [],
): { clusters: ClusterConfig[]; policy: Policy } {
  try {
    return readConfig(written, { checks, customConnectionTypes });
  } catch (error) {
    if (!isError(error) || error.name !== 'InputError') throw error;
    throw usageError(error.message, error);
  }
}

async function blockOf(
  files: readonly string[],
): Promise<JsonValue | undefined> {
  try {
    const root = await ConfigSources.toConfig(
      ConfigSources.merge(
        files.map(file => FileConfigSource.create({ path: resolve(file) })),
      ),
    );
    const block = root.getOptional<JsonValue>('kubernetesHa');
    root.close();
    return block;
  } catch (error) {
    throw usageError(
      `${files.join(', ')} cannot be read: ${
        isError(error) ? error.message : String(error)
      }. Expected: app-config files with kubernetesHa.clusters.`,
      error,
    );
  }
}

const ownTypes = [
  'kubeconfig',
  'serviceAccount',
  'kubernetesPlugin',
  'recorded',
];

/** Types that a module of the portal serves: their clusters stay, unread, so that the others can be scanned. */
function portalTypes(written: JsonValue | undefined): string[] {
  const clusters = fieldOf(written, 'clusters');
  const types = (Array.isArray(clusters) ? clusters : []).map(cluster =>
    fieldOf(fieldOf(cluster, 'connection'), 'type'),
  );
  return [...new Set(types)].filter(
    (type): type is string =>
      typeof type === 'string' && !ownTypes.includes(type),
  );
}

function fieldOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}
