/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { JsonObject } from '@backstage/types';
import type { ClusterFacts } from 'backstage-plugin-kubernetes-ha-common';
import type { ClusterConnection } from './clusterConnection';
import type { CollectorLogger } from './collectorLogger';

/** What a connection is made from. @public */
export interface ClusterConnectionOptions {
  cluster: ClusterFacts;
  /** The cluster's `connection` block as configured, `type` included. */
  config: JsonObject;
  logger: CollectorLogger;
}

/**
 * Makes connections of one `connection.type`.
 * @public
 */
export interface ClusterConnectionFactory {
  /** The value of `connection.type` that it serves. */
  readonly type: string;
  /** The built-in kind whose reach it has: `kubernetesPlugin` for anything behind a proxy. */
  readonly kind: Exclude<ClusterFacts['connection'], 'recorded'>;
  /**
   * Errors: Error with a sentence for a configuration that can never work: it
   * stops the start-up. A cluster that does not answer is no error here; the
   * connection's requests say so each time.
   */
  create(options: ClusterConnectionOptions): Promise<ClusterConnection>;
}
