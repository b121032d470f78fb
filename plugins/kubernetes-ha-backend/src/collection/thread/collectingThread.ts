/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { Knex } from 'knex';
import { checks } from 'backstage-plugin-kubernetes-ha-common';
import type { ClusterConfig } from 'backstage-plugin-kubernetes-ha-collector';
import { publishScorecard } from '../../assessment/publishScorecard';
import type { ConfiguredClusters } from '../../clusters/ConfiguredClusters';
import { KEPT_BYTES } from '../../database/SignalMemory';
import type { Extensions } from '../../extensions';
import { CollectionThread } from './CollectionThread';
import { secondOpening } from './threadDatabase';

/** Of what is kept, in the main thread of a portal whose clusters are all collected from in another. (proposal) */
const LEAST_SHARE = 1 / 16;

/**
 * Whether a thread can collect from a cluster: `kubernetesPlugin` asks services
 * of Backstage, `custom` is a module's, and what a recording shows is played
 * where the pages ask for it.
 */
export function isThreaded({ connection }: ClusterConfig): boolean {
  return (
    connection.type === 'kubeconfig' || connection.type === 'serviceAccount'
  );
}

/**
 * The thread that collects, not started yet. None where what it needs is only in
 * the main thread: checks and sources of modules, or the database.
 */
export function collectingThread(deps: {
  knex: Knex;
  extensions: Pick<Extensions, 'checks' | 'sourceFactories'>;
  config: ConfiguredClusters;
  events: EventsService;
  logger: LoggerService;
}): CollectionThread | undefined {
  const { knex, extensions, config, events, logger } = deps;
  const opening = secondOpening(knex);
  const obstacle =
    'obstacle' in opening ? opening.obstacle : obstacleOf(extensions);
  if ('obstacle' in opening || obstacle !== undefined) {
    logger.info(`Clusters are collected from in the main thread: ${obstacle}.`);
    return undefined;
  }
  return new CollectionThread({
    database: opening.database,
    collected: () => {
      const { clusters, policy } = config.current();
      return { clusters: clusters.filter(isThreaded), policy };
    },
    onScorecard: payload => void publishScorecard(payload, { events, logger }),
    logger,
  });
}

/**
 * Bytes of signals that the main thread keeps unpacked: of the clusters that it
 * collects from itself, and of those that somebody tests or that went silent.
 */
export function keptSignalsHere(
  clusters: readonly ClusterConfig[],
  thread: CollectionThread | undefined,
): number {
  if (!thread || clusters.length === 0) return KEPT_BYTES;
  const threaded = clusters.filter(isThreaded).length;
  return KEPT_BYTES * Math.max(LEAST_SHARE, 1 - threaded / clusters.length);
}

function obstacleOf(
  extensions: Pick<Extensions, 'checks' | 'sourceFactories'>,
): string | undefined {
  if (extensions.checks.length > checks.length) {
    return 'a module has added checks, which run there';
  }
  if (extensions.sourceFactories.length > 0) {
    return 'a module has added signal sources, which run there';
  }
  return undefined;
}
