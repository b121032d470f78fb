/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import {
  ClusterConfig,
  ConnectionTypes,
  KubernetesHaConfig,
  readConfig,
  ReadConfigOptions,
} from 'backstage-plugin-kubernetes-ha-collector';
import { checkConnections } from './checkConnections';

/** What configuration is followed with. */
interface FollowOptions extends ReadConfigOptions {
  connections: ConnectionTypes;
  logger: LoggerService;
}

/** The clusters of app-config, followed while it changes. */
export class ConfiguredClusters {
  #clusters: readonly ClusterConfig[];
  /** Counts changes, so that a slow look at an older one does not win. */
  #changes = 0;

  private constructor(clusters: readonly ClusterConfig[]) {
    this.#clusters = clusters;
  }

  /**
   * Reads configuration, and again whenever its files change. A change that
   * cannot be used, or whose connections cannot, is refused with its reasons in
   * the log, and what was valid before stays in force. Errors: as `readConfig`,
   * at the first reading only.
   */
  static follow(
    root: RootConfigService,
    options: FollowOptions,
  ): { clusters: ConfiguredClusters; config: KubernetesHaConfig } {
    const config = readConfig(root.getOptional('kubernetesHa'), options);
    const clusters = new ConfiguredClusters(config.clusters);
    root.subscribe?.(() => void clusters.#change(root, options));
    return { clusters, config };
  }

  /** Throws nothing: what is wrong is logged. */
  async #change(
    root: RootConfigService,
    options: FollowOptions,
  ): Promise<void> {
    const change = (this.#changes += 1);
    try {
      const { clusters } = readConfig(
        root.getOptional('kubernetesHa'),
        options,
      );
      await checkConnections(clusters, options.connections, options.logger);
      // Files may have changed again while this was looked at.
      if (change === this.#changes) this.#clusters = clusters;
    } catch (error) {
      options.logger.error(
        'The changed configuration was refused; the one before stays in force.',
        error instanceof Error ? error : new Error(String(error)),
      );
    }
  }

  /** The clusters now in force. */
  current(): readonly ClusterConfig[] {
    return this.#clusters;
  }
}
