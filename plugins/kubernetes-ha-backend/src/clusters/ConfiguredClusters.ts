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
import type { ConfigurationState } from 'backstage-plugin-kubernetes-ha-common';
import { checkConnections } from './checkConnections';
import { problemsOf } from './problemsOf';

/** What configuration is followed with. */
interface FollowOptions extends ReadConfigOptions {
  connections: ConnectionTypes;
  logger: LoggerService;
  now: () => Date;
}

/** A changed configuration that is not in force. */
interface Refused {
  since: string;
  error: Error;
  /** As written, to know whose entry a problem is about. */
  written: unknown;
}

/** The configuration of the plugin, whole, followed while app-config changes. */
export class ConfiguredClusters {
  #config: KubernetesHaConfig;
  #since: string;
  #refused: Refused | undefined;
  readonly #listeners: (() => void)[] = [];
  /** Counts changes, so that a slow check of an older one does not win. */
  #changes = 0;

  private constructor(config: KubernetesHaConfig, since: string) {
    this.#config = config;
    this.#since = since;
  }

  /**
   * Reads configuration, and again whenever its files change. A change that
   * cannot be used, or whose connections cannot, is refused with its reasons in
   * the log and in {@link ConfiguredClusters.stateOf}, and what was valid before
   * stays in force. Errors: as `readConfig`, at the first reading only.
   */
  static follow(
    root: RootConfigService,
    options: FollowOptions,
  ): ConfiguredClusters {
    const followed = new ConfiguredClusters(
      readConfig(root.getOptional('kubernetesHa'), options),
      options.now().toISOString(),
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
    let written: unknown;
    try {
      written = root.getOptional('kubernetesHa');
      const config = readConfig(written, options);
      await checkConnections(
        config.clusters,
        options.connections,
        options.logger,
      );
      // Files may have changed again while this was checked.
      if (change !== this.#changes) return;
      const changed = changedParts(this.#config, config);
      this.#config = config;
      this.#refused = undefined;
      if (changed.length === 0) return;
      this.#since = options.now().toISOString();
      options.logger.info(
        `The changed configuration is in force: ${changed.join(', ')}.`,
      );
      for (const listener of this.#listeners) listener();
    } catch (thrown) {
      if (change !== this.#changes) return;
      const error =
        thrown instanceof Error ? thrown : new Error(String(thrown));
      this.#refused = { since: options.now().toISOString(), error, written };
      options.logger.error(
        'The changed configuration was refused; the one before stays in force.',
        error,
      );
    }
  }

  /** Calls back after each change that is in force. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Whether the newest configuration is in force, as far as it is about this cluster: others' entries are not for whoever may read this one. */
  stateOf(cluster: string): ConfigurationState {
    if (!this.#refused) {
      return { state: 'in-force', since: this.#since, problems: [] };
    }
    const { since, error, written } = this.#refused;
    return {
      state: 'refused',
      since,
      problems: problemsOf(cluster, error, written),
    };
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
  const parts = ['clusters', 'policy', 'links', 'retention'] as const;
  return parts.filter(
    part => JSON.stringify(before[part]) !== JSON.stringify(after[part]),
  );
}
