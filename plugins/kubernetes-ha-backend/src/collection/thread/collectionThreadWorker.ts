/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  MessagePort,
  isMainThread,
  parentPort,
  workerData,
} from 'node:worker_threads';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { checks } from 'backstage-plugin-kubernetes-ha-common';
import {
  directConnectionTypes,
  PageDecoder,
} from 'backstage-plugin-kubernetes-ha-collector';
import type { KubernetesHaScorecardEvent } from 'backstage-plugin-kubernetes-ha-node';
import { createStores } from '../../database/createStores';
import { createCollecting } from '../createCollecting';
import type { RepeatedWork } from '../CollectionScheduler';
import { forwardingLogger } from './forwardingLogger';
import type {
  Collected,
  ThreadOrder,
  ThreadReport,
  ThreadStart,
} from './messages';
import { openDatabase } from './threadDatabase';

// The entry of the collecting thread, and a plain module for the main thread,
// which thereby is built and found where the rest of the package is.

/** Told to the thread, so that no other worker which loads this file starts to collect. */
export const collectionThreadRole = 'kubernetes-ha-collection';

/** This file, as it is run. */
export const collectionThreadFile = __filename;

async function collect(port: MessagePort, start: ThreadStart): Promise<void> {
  const report = (message: ThreadReport) => port.postMessage(message);
  const logger = forwardingLogger(log => report({ log }));
  // As Backstage has it in the main thread: one forgotten failure ends no other work.
  process.on('unhandledRejection', error => {
    logger.error(
      'Unhandled rejection in the collecting thread',
      error instanceof Error ? error : new Error(String(error)),
    );
  });
  const knex = await openDatabase(start.database);
  const decoder = new PageDecoder();
  let collected: Collected = start;
  const { tasks } = createCollecting({
    stores: createStores(knex),
    collectors: {
      connections: directConnectionTypes,
      sourceDeps: { decoder },
      connectionTypes: new Map(),
      sourceFactories: [],
      logger,
    },
    checks,
    policy: () => collected.policy,
    clusters: () => collected.clusters,
    // The main thread has declared them, and what else there is.
    declare: async () => {},
    events: {
      publish: async ({ eventPayload }) =>
        report({ scorecard: eventPayload as KubernetesHaScorecardEvent }),
    },
    repeat: async work => repeatHere(work, logger),
    logger,
    now: () => new Date(),
  });
  const stop = async () => {
    await tasks.stop();
    await decoder.close();
    await knex.destroy();
    port.close();
  };
  port.on('message', (order: ThreadOrder) => {
    if (order === 'stop') {
      // The main thread ends what does not end by itself.
      void stop();
      return;
    }
    collected = order.follow;
    tasks.follow().catch(error => {
      logger.error(
        'The tasks of the changed clusters could not be set; trying again within a minute.',
        error,
      );
    });
  });
  await tasks.start({ isLenient: true });
  report('ready');
}

/** Where there is no scheduler of Backstage. */
function repeatHere(
  { id, seconds, signal, fn }: RepeatedWork,
  logger: LoggerService,
): void {
  if (signal.aborted) return;
  const timer = setInterval(() => {
    fn().catch(error => {
      logger.error(`${id} failed; trying again in ${seconds} s.`, error);
    });
  }, seconds * 1000);
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}

if (!isMainThread && parentPort && workerData?.role === collectionThreadRole) {
  collect(parentPort, workerData as ThreadStart).catch(error => {
    // Thrown where nobody catches it, it ends the thread, and the main thread hears why.
    setImmediate(() => {
      throw error;
    });
  });
}
