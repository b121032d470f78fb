/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { mockServices } from '@backstage/backend-test-utils';
import type { ClusterConnection } from '../../contracts';
import type { ConnectionConfig } from '../../config/clusterConfig';
import {
  checkConnectionConfig,
  createConnection,
  directConnectionTypes,
} from '../index';
import type { TestCluster } from './TestCluster';

/** A connection as configuration makes it, closed after the test. */
export async function connect(
  cluster: TestCluster,
  connection: ConnectionConfig,
  logger = mockServices.logger.mock(),
): Promise<ClusterConnection> {
  return cluster.closeLater(
    await createConnection(
      { name: 'prod', connection },
      directConnectionTypes,
      logger,
    ),
  );
}

/** What is wrong with a configured connection, in lines; empty when nothing is. */
export async function problems(connection: ConnectionConfig): Promise<string> {
  const found = await checkConnectionConfig(
    { name: 'prod', connection },
    directConnectionTypes,
  );
  return found.problems.join('\n');
}
