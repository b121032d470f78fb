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

/** The configuration of the plugin, whole, followed while app-config changes. */
export class ConfiguredClusters {
  #config: KubernetesHaConfig;
  /** Counts changes, so that a slow check of an older one does not win. */
  #changes = 0;

  private constructor(config: KubernetesHaConfig) {
    this.#config = config;
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
  ): ConfiguredClusters {
    const followed = new ConfiguredClusters(
      readConfig(root.getOptional('kubernetesHa'), options),
    );
    root.subscribe?.(() => void followed.#change(root, options));
    return followed;
  }

  /** Throws nothing: what is wrong is logged. */
  async #change(
    root: RootConfigService,
    options: FollowOptions,
  ): Promise<void> {
    const change = (this.#changes += 1);
    try {
      const config = readConfig(root.getOptional('kubernetesHa'), options);
      await checkConnections(
        config.clusters,
        options.connections,
        options.logger,
      );
      // Files may have changed again while this was checked.
      if (change !== this.#changes) return;
      const changed = changedParts(this.#config, config);
      this.#config = config;
      if (changed.length > 0) {
        options.logger.info(
          `The changed configuration is in force: ${changed.join(', ')}.`,
        );
      }
    } catch (error) {
      options.logger.error(
        'The changed configuration was refused; the one before stays in force.',
        error instanceof Error ? error : new Error(String(error)),
      );
    }
  }

  /** What is in force now: read it anew each time. */
  current(): KubernetesHaConfig {
    return this.#config;
  }
}

/** The keys of `kubernetesHa` in which two configurations differ. */
function changedParts(
  before: KubernetesHaConfig,
  after: KubernetesHaConfig,
): string[] {
  const parts = ['clusters', 'policy', 'retention'] as const;
  return parts.filter(
    part => JSON.stringify(before[part]) !== JSON.stringify(after[part]),
  );
}
