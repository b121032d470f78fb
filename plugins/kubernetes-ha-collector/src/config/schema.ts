/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  layers,
  linkTemplateProblem,
  platforms,
  tiers,
} from 'backstage-plugin-kubernetes-ha-common';
import { z } from 'zod/v4';
import { httpsUrl, httpUrl, hostAndPort } from './addresses';

const nonEmpty = z.string().min(1);

/** Text that goes into a column of the database, varchar(255) on all engines. */
const COLUMN_CHARACTERS = 255;

const kubeconfigConnection = z.strictObject({
  type: z.literal('kubeconfig'),
  kubeconfig: nonEmpty,
  context: nonEmpty.optional(),
  execEnvironment: z
    .array(
      z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*\*?$/, {
        error:
          'names of environment variables, or the beginning of some with * at its end',
      }),
    )
    .optional(),
});

const serviceAccountConnection = z.strictObject({
  type: z.literal('serviceAccount'),
  url: httpsUrl,
  token: nonEmpty.optional(),
  tokenFile: nonEmpty.optional(),
  caFile: nonEmpty.optional(),
  caData: nonEmpty.optional(),
});

const kubernetesPluginConnection = z.strictObject({
  type: z.literal('kubernetesPlugin'),
  cluster: nonEmpty.optional(),
});

const recordedConnection = z.strictObject({
  type: z.literal('recorded'),
  file: nonEmpty,
});

const hourOfDay = z.number().int().min(0).max(23);

const etcd = z.strictObject({
  endpoints: z.array(httpUrl).min(1),
  caFile: nonEmpty.optional(),
  certFile: nonEmpty.optional(),
  keyFile: nonEmpty.optional(),
  zones: z.record(z.string(), nonEmpty).optional(),
  hashHours: z
    .strictObject({ from: hourOfDay, to: hourOfDay })
    .refine(({ from, to }) => from !== to, {
      error: 'two different hours; no hashHours at all for any hour',
    })
    .optional(),
});

const link = z.strictObject({
  title: nonEmpty.max(100),
  url: nonEmpty.max(2000).superRefine((url, context) => {
    const problem = linkTemplateProblem(url);
    if (problem) context.addIssue({ code: 'custom', message: problem });
  }),
  layers: z.array(z.enum(layers)).min(1).optional(),
  checks: z.array(nonEmpty).min(1).optional(),
});

const loadBalancer = z.strictObject({
  kind: z.enum(['haproxy', 'kube-vip', 'provider', 'none']).optional(),
  haproxy: z
    .array(
      z.strictObject({
        name: nonEmpty,
        statsUrl: httpUrl,
        username: nonEmpty.optional(),
        password: nonEmpty.optional(),
        caFile: nonEmpty.optional(),
      }),
    )
    .default([]),
});

/** Seconds between collections: the bounds are those of ClusterConfig.intervals. */
const intervals = {
  controlPlaneSeconds: z.number().int().min(5).max(600),
  inventorySeconds: z.number().int().min(10).max(3600),
};

/**
 * A name goes into URLs, scheduler tasks and catalog entities, so it has the
 * form that all three accept: a DNS label with dots, 63 characters at most.
 * Source: https://backstage.io/docs/features/software-catalog/descriptor-format (name)
 */
const clusterName = z.string().regex(/^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$/, {
  error:
    'lower-case letters, digits, - and ., 1 to 63 characters, beginning and ending with a letter or digit',
});

/** The name of a connection type that a module added: its other keys belong to the module. */
function customConnection(type: string) {
  return z.looseObject({ type: z.literal(type) });
}

/** The schema of `kubernetesHa`, with the connection types that modules added. */
export function configSchema(customConnectionTypes: readonly string[]) {
  const connection = z.discriminatedUnion('type', [
    kubeconfigConnection,
    serviceAccountConnection,
    kubernetesPluginConnection,
    recordedConnection,
    ...customConnectionTypes.map(customConnection),
  ]);
  const cluster = z.strictObject({
    name: clusterName,
    title: nonEmpty.max(COLUMN_CHARACTERS).optional(),
    tier: z.enum(tiers).default('production'),
    owner: z
      .string()
      .max(COLUMN_CHARACTERS)
      .regex(/^[a-z]+:[^/\s:]+\/[^/\s:]+$/i, {
        error: 'a full entity reference, for example group:default/platform',
      })
      .optional(),
    platform: z.enum(['auto', ...platforms]).default('auto'),
    connection,
    apiServer: z
      .strictObject({
        endpoint: httpsUrl.optional(),
        instances: z.array(hostAndPort).default([]),
      })
      .default({ instances: [] }),
    etcd: z.union([z.literal('managed'), etcd]).optional(),
    loadBalancer: loadBalancer.optional(),
    intervals: z
      .strictObject({
        controlPlaneSeconds: intervals.controlPlaneSeconds.optional(),
        inventorySeconds: intervals.inventorySeconds.optional(),
      })
      .default({}),
    acceptIdentity: nonEmpty.optional(),
  });
  return z.strictObject({
    clusters: z.array(cluster).default([]),
    /** Read by validatePolicy, which knows the checks. */
    policy: z.unknown().default({}),
    intervals: z
      .strictObject({
        controlPlaneSeconds: intervals.controlPlaneSeconds.default(30),
        inventorySeconds: intervals.inventorySeconds.default(120),
      })
      .default({ controlPlaneSeconds: 30, inventorySeconds: 120 }),
    links: z.array(link).max(50).default([]),
    retention: z
      .strictObject({
        snapshotDays: z.number().int().min(1).max(730).default(30),
        resolvedFindingDays: z.number().int().min(1).max(730).default(730),
        removedClusterDays: z.number().int().min(1).max(730).default(30),
      })
      .default({
        snapshotDays: 30,
        resolvedFindingDays: 730,
        removedClusterDays: 30,
      }),
  });
}

/** What the schema gives: the configuration as written, with defaults. @public */
export type WrittenConfig = z.infer<ReturnType<typeof configSchema>>;

/** One cluster as written. */
export type WrittenCluster = WrittenConfig['clusters'][number];
