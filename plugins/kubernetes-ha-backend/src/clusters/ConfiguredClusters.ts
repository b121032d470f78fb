/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { ClusterConfig } from '../config/clusterConfig';
import {
  KubernetesHaConfig,
  readConfig,
  ReadConfigOptions,
} from '../config/readConfig';

/** The clusters of app-config, followed while it changes. */
export class ConfiguredClusters {
  #clusters: readonly ClusterConfig[];

  private constructor(clusters: readonly ClusterConfig[]) {
    this.#clusters = clusters;
  }

  /**
   * Reads configuration, and again whenever its files change. A change that
   * cannot be used is refused with its reasons in the log, and what was valid
   * before stays in force. Errors: as `readConfig`, at the first reading only.
   */
  static follow(
    root: RootConfigService,
    options: ReadConfigOptions & { logger: LoggerService },
  ): { clusters: ConfiguredClusters; config: KubernetesHaConfig } {
    const config = readConfig(root, options);
    const clusters = new ConfiguredClusters(config.clusters);
    root.subscribe?.(() => {
      try {
        clusters.#clusters = readConfig(root, options).clusters;
      } catch (error) {
        options.logger.error(
          'The changed configuration was refused; the one before stays in force.',
          error instanceof Error ? error : new Error(String(error)),
        );
      }
    });
    return { clusters, config };
  }

  /** The clusters now in force. */
  current(): readonly ClusterConfig[] {
    return this.#clusters;
  }
}
