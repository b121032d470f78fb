/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ClusterConnection, CollectorLogger } from '../contracts';
import type { ConnectionConfig } from '../config/clusterConfig';

/** The configuration of one `connection.type`. @public */
export type ConfigOf<T extends ConnectionConfig['type']> = Extract<
  ConnectionConfig,
  { type: T }
>;

/** What was found in a configuration, as whole sentences. @public */
export interface ConnectionFindings {
  /** What can never work: stops the start-up. */
  problems: string[];
  /** What works and should be known. */
  warnings: string[];
}

/** One kind of connection. @public */
export interface ConnectionType<T extends ConnectionConfig['type']> {
  readonly type: T;
  /** Looks at the files that the configuration names, without asking the cluster. Does not throw. */
  check(config: ConfigOf<T>): Promise<ConnectionFindings>;
  /** Errors: ConnectionError `not-configured` for what {@link ConnectionType.check} calls a problem. */
  create(
    config: ConfigOf<T>,
    clusterName: string,
    logger: CollectorLogger,
  ): Promise<ClusterConnection>;
}
