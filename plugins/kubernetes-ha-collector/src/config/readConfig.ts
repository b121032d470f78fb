/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  Check,
  defaultPolicy,
  LinkTemplate,
  Policy,
  validatePolicy,
} from 'backstage-plugin-kubernetes-ha-common';
import type { ClusterConfig, ConnectionConfig } from './clusterConfig';
import { clusterProblems } from './clusterProblems';
import { nearestName } from './nearestName';
import { configSchema, WrittenCluster, WrittenConfig } from './schema';
import { sentence, sentencesOf } from './sentences';

/** The configuration of the plugin, checked, with defaults filled in. @public */
export interface KubernetesHaConfig {
  clusters: ClusterConfig[];
  policy: Policy;
  retention: WrittenConfig['retention'];
  /** Links to dashboards and logs, shown with findings. */
  links: LinkTemplate[];
}

/** What the configuration is checked against. @public */
export interface ReadConfigOptions {
  /** Every check that will run: policy may only name these. */
  checks: readonly Check[];
  /** Connection types that modules added. */
  customConnectionTypes: readonly string[];
  /** Receives a warning for each key of an earlier version; it is still read. */
  logger?: { warn(sentence: string): void };
}

/**
 * Reads the block `kubernetesHa` of a configuration once, whole. Errors: InputError that lists every
 * problem, one a line, each with its full key, what was found, what is
 * allowed and what to do.
 * @public
 */
export function readConfig(
  written: unknown,
  options: ReadConfigOptions,
): KubernetesHaConfig {
  const schema = configSchema(options.customConnectionTypes);
  const parsed = schema.safeParse(written ?? {});
  if (!parsed.success) {
    throw refusal(sentencesOf(schema, written, parsed.error.issues));
  }
  const config = parsed.data;
  const problems = [
    ...duplicateNames(config.clusters),
    ...config.clusters.flatMap(clusterProblems),
    ...unknownChecks(config.links, options.checks),
  ];
  const policy = policyOrProblems(config.policy, options, problems);
  if (problems.length > 0) throw refusal(problems);
  return {
    clusters: config.clusters.map(cluster => clusterConfig(cluster, config)),
    policy,
    retention: config.retention,
    links: config.links,
  };
}

function refusal(problems: readonly string[]): InputError {
  return new InputError(
    `The configuration of Kubernetes HA cannot be used (${problems.length} ${
      problems.length === 1 ? 'problem' : 'problems'
    }):\n${problems.map(problem => `  - ${problem}`).join('\n')}`,
  );
}

/** The policy, or the product's own while its problems are added to the others. */
function policyOrProblems(
  written: unknown,
  { checks, logger }: Pick<ReadConfigOptions, 'checks' | 'logger'>,
  problems: string[],
): Policy {
  try {
    return validatePolicy(written, {
      checks,
      key: 'kubernetesHa.policy',
      warn: warning => logger?.warn(warning),
    });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.message.split('\n'));
    return defaultPolicy;
  }
}

/** A link for a check that does not exist would never be shown. */
function unknownChecks(
  links: WrittenConfig['links'],
  checks: readonly Check[],
): string[] {
  const ids = checks.map(({ id }) => id);
  return links.flatMap(({ checks: wanted = [] }, index) =>
    wanted
      .filter(id => !ids.includes(id))
      .map(id => {
        const nearest = nearestName(id, ids);
        return sentence({
          key: `kubernetesHa.links[${index}].checks`,
          found: `"${id}", which is no check`,
          allowed: 'ids of checks (docs/checks.md)',
          remedy: nearest
            ? `Did you mean "${nearest}"? Change the id, or remove it.`
            : 'Change the id, or remove it.',
        });
      }),
  );
}

function duplicateNames(clusters: readonly WrittenCluster[]): string[] {
  return clusters.flatMap(({ name }, index) => {
    const first = clusters.findIndex(cluster => cluster.name === name);
    if (first === index) return [];
    return [
      sentence({
        key: `kubernetesHa.clusters[${index}].name`,
        found: `"${name}", which is also the name of kubernetesHa.clusters[${first}]`,
        allowed: 'a name of its own for each cluster',
        remedy: 'Rename one of the two, or remove it.',
      }),
    ];
  });
}

function clusterConfig(
  written: WrittenCluster,
  config: WrittenConfig,
): ClusterConfig {
  return {
    name: written.name,
    ...(written.title && { title: written.title }),
    tier: written.tier,
    ...(written.owner && { owner: written.owner }),
    platform: written.platform,
    connection: connectionConfig(written.connection),
    apiServer: written.apiServer,
    ...(written.etcd && { etcd: written.etcd }),
    ...(written.loadBalancer && {
      loadBalancer: {
        kind: written.loadBalancer.kind ?? 'haproxy',
        haproxy: written.loadBalancer.haproxy,
      },
    }),
    intervals: { ...config.intervals, ...defined(written.intervals) },
    ...(written.acceptIdentity && { acceptIdentity: written.acceptIdentity }),
  };
}

/** Without the keys whose value is undefined, so that they do not hide a default when spread. */
function defined<T extends object>(values: T): Partial<T> {
  const entries = Object.entries(values).filter(([, v]) => v !== undefined);
  return Object.fromEntries(entries) as Partial<T>;
}

function connectionConfig(
  written: WrittenCluster['connection'],
): ConnectionConfig {
  if (isBuiltIn(written)) return written;
  return {
    type: 'custom',
    name: written.type,
    // The value came out of configuration files: it is JSON.
    settings: written as JsonObject,
  };
}

type BuiltIn = Exclude<ConnectionConfig, { type: 'custom' }>;

const builtInTypes: readonly string[] = [
  'kubeconfig',
  'serviceAccount',
  'kubernetesPlugin',
  'recorded',
] satisfies BuiltIn['type'][];

function isBuiltIn(written: WrittenCluster['connection']): written is BuiltIn {
  return builtInTypes.includes(written.type);
}
