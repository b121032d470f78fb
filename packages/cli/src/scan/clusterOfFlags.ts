/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Tier } from 'backstage-plugin-kubernetes-ha-common';
import { CliError, usageError } from '../errors';
import { clusterConfigs, ConfiguredCluster } from '../configFile';
import type { NamedAddress } from '../optionValues';
import {
  connectionOf,
  ReaderFiles,
  WrittenConnection,
} from './kubeconfigRules';

/** What the options of `scan` say of a cluster. */
export interface ClusterFlags {
  kubeconfig?: string;
  context?: string;
  name?: string;
  etcdEndpoint?: readonly string[];
  etcdCa?: string;
  etcdCert?: string;
  etcdKey?: string;
  haproxy?: readonly NamedAddress[];
  tier: Tier;
}

/** Keys of the configuration, as a message names them, and the options that set them. */
const optionOfKey: readonly (readonly [RegExp, string])[] = [
  [
    /kubernetesHa\.clusters\[0\]\.etcd\.endpoints(\[\d+\])?/g,
    '--etcd-endpoint',
  ],
  [/kubernetesHa\.clusters\[0\]\.etcd\.caFile/g, '--etcd-ca'],
  [/kubernetesHa\.clusters\[0\]\.etcd\.certFile/g, '--etcd-cert'],
  [/kubernetesHa\.clusters\[0\]\.etcd\.keyFile/g, '--etcd-key'],
  [
    /kubernetesHa\.clusters\[0\]\.loadBalancer\.haproxy(\[\d+\])?(\.(name|statsUrl))?/g,
    '--haproxy',
  ],
  [/kubernetesHa\.clusters\[0\]\.connection\.kubeconfig/g, '--kubeconfig'],
  [/kubernetesHa\.clusters\[0\]\.name/g, '--name'],
];

/**
 * A cluster as the options describe it: the block that a portal would be given
 * for it, checked as the portal checks it.
 *
 * Errors: CliError `usage`, naming options instead of configuration keys.
 */
export function clusterOfFlags(
  flags: ClusterFlags,
  environment: NodeJS.ProcessEnv,
  files: ReaderFiles,
): ConfiguredCluster {
  const { etcdEndpoint, etcdCa, etcdCert, etcdKey, haproxy } = flags;
  if (!etcdEndpoint && (etcdCa ?? etcdCert ?? etcdKey) !== undefined) {
    throw usageError(
      '--etcd-ca, --etcd-cert and --etcd-key are given without an address. Expected: --etcd-endpoint https://<member>:2379 at least once. Add it, or leave them out.',
    );
  }
  const username = environment.KUBERNETES_HA_HAPROXY_USERNAME;
  const password = environment.KUBERNETES_HA_HAPROXY_PASSWORD;
  const connection = connectionOf(flags, environment, files);
  const written = {
    name: flags.name ?? 'cluster',
    ...(flags.name === undefined && titleOf(connection)),
    tier: flags.tier,
    connection,
    ...(etcdEndpoint && {
      etcd: {
        endpoints: etcdEndpoint,
        caFile: etcdCa,
        certFile: etcdCert,
        keyFile: etcdKey,
      },
    }),
    ...(haproxy && {
      loadBalancer: {
        haproxy: haproxy.map(({ name, url }) => ({
          name,
          statsUrl: url,
          ...(username && { username }),
          ...(password && { password }),
        })),
      },
    }),
  };
  try {
    const { clusters, policy } = clusterConfigs({ clusters: [written] });
    return { config: clusters[0], policy };
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    throw usageError(
      optionOfKey.reduce(
        (text, [key, option]) => text.replace(key, option),
        error.message,
      ),
      error,
    );
  }
}

/** The longest title that the configuration takes. */
const TITLE_CHARACTERS = 255;

/** What tells a cluster without a name from others: its context, else its file. */
function titleOf(connection: WrittenConnection): { title?: string } {
  if (connection.type !== 'kubeconfig') return {};
  const title = connection.context ?? connection.kubeconfig;
  return title !== '' && title.length <= TITLE_CHARACTERS ? { title } : {};
}
