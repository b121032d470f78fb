/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  ClusterConfig,
  checkConnectionConfig,
  ConnectionFindings,
  ConnectionTypes,
} from 'backstage-plugin-kubernetes-ha-collector';

const nothing: ConnectionFindings = { problems: [], warnings: [] };

/**
 * Looks at what the connections need on this machine, without asking any
 * cluster. Errors: InputError with every problem, one a line.
 */
export async function checkConnections(
  clusters: readonly ClusterConfig[],
  connections: ConnectionTypes,
  logger: LoggerService,
): Promise<void> {
  const found = await Promise.all(
    clusters.map(async (cluster, index) => {
      const { type } = cluster.connection;
      if (type === 'recorded' || type === 'custom') return nothing;
      const { problems, warnings } = await checkConnectionConfig(
        cluster,
        connections,
      );
      // By the key as it is in the file, like every other problem.
      const keyed = (text: string) =>
        text.replace(
          `kubernetesHa.clusters "${cluster.name}": `,
          `kubernetesHa.clusters[${index}].`,
        );
      return { problems: problems.map(keyed), warnings: warnings.map(keyed) };
    }),
  );
  for (const warning of found.flatMap(({ warnings }) => warnings)) {
    logger.warn(warning);
  }
  const problems = found.flatMap(finding => finding.problems);
  if (problems.length > 0) {
    throw new InputError(
      `The connections of Kubernetes HA cannot be used:\n${problems
        .map(problem => `  - ${problem}`)
        .join('\n')}`,
    );
  }
}
