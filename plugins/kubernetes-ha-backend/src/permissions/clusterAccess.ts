/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ConditionTransformer,
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  kubernetesHaClusterReadPermission,
  kubernetesHaPermissions,
  message,
  refusal,
} from 'backstage-plugin-kubernetes-ha-common';
import type { ClusterStore, KnownCluster } from '../database/ClusterStore';
import type { ClusterFilter, ReadableClusters } from './clusterFilter';
import {
  kubernetesHaClusterResourceRef,
  kubernetesHaClusterRules,
} from './rules';

/** Nobody's clusters: a criteria that no row matches. */
const NONE: ReadableClusters = { column: 'name', values: [] } as const;

/** Who may read which cluster. */
export class ClusterAccess {
  readonly #permissions: PermissionsService;
  readonly #clusters: ClusterStore;
  readonly #toFilter: ConditionTransformer<ClusterFilter>;
  readonly #isAllowed: ReturnType<
    typeof createConditionAuthorizer<KnownCluster['facts']>
  >;

  private constructor(
    permissions: PermissionsService,
    registry: PermissionsRegistryService,
    clusters: ClusterStore,
  ) {
    this.#permissions = permissions;
    this.#clusters = clusters;
    const ruleset = registry.getPermissionRuleset(
      kubernetesHaClusterResourceRef,
    );
    this.#toFilter = createConditionTransformer(ruleset);
    this.#isAllowed = createConditionAuthorizer(ruleset);
  }

  /** Registers permissions and rules, and answers questions about them. */
  static create(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
    clusters: ClusterStore;
  }): ClusterAccess {
    const { permissions, permissionsRegistry, clusters } = options;
    permissionsRegistry.addResourceType({
      resourceRef: kubernetesHaClusterResourceRef,
      permissions: kubernetesHaPermissions,
      rules: Object.values(kubernetesHaClusterRules),
      getResources: async names =>
        Promise.all(
          names.map(async name => (await configured(clusters, name))?.facts),
        ),
    });
    return new ClusterAccess(permissions, permissionsRegistry, clusters);
  }

  /** The clusters that these credentials may read, as a condition for SQL. */
  async readable(credentials: BackstageCredentials): Promise<ReadableClusters> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: kubernetesHaClusterReadPermission }],
      { credentials },
    );
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return 'all';
      case AuthorizeResult.DENY:
        return NONE;
      case AuthorizeResult.CONDITIONAL:
        return this.#toFilter(decision.conditions);
      default:
        return unreachable(decision);
    }
  }

  /**
   * The cluster, if these credentials may read it. Errors: NotFoundError both
   * when none is configured and when it may not be read, so that names cannot be
   * guessed.
   */
  async read(
    credentials: BackstageCredentials,
    name: string,
  ): Promise<KnownCluster> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: kubernetesHaClusterReadPermission }],
      { credentials },
    );
    const cluster = await configured(this.#clusters, name);
    if (cluster && this.#isAllowed(decision, cluster.facts)) return cluster;
    throw refusal(
      NotFoundError,
      message('error.cluster-not-found', {
        cluster: name,
        permission: kubernetesHaClusterReadPermission.name,
      }),
    );
  }
}

/** What is stored of a removed cluster waits for its return or its end; nobody reads it. */
async function configured(
  clusters: ClusterStore,
  name: string,
): Promise<KnownCluster | undefined> {
  const cluster = await clusters.get(name);
  return cluster?.configured ? cluster : undefined;
}

function unreachable(value: never): never {
  throw new Error(`Unexpected decision ${JSON.stringify(value)}`);
}
