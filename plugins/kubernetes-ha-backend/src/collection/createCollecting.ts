/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { Check, Policy } from 'backstage-plugin-kubernetes-ha-common';
import {
  ClusterConfig,
  CollectorDeps,
  createCollector,
  DeclaredCluster,
} from 'backstage-plugin-kubernetes-ha-collector';
import { AssessmentService } from '../assessment/AssessmentService';
import type { createStores } from '../database/createStores';
import type { RecordedPasts } from '../recorded/RecordedPasts';
import { CollectionScheduler, RepeatedWork } from './CollectionScheduler';
import { CollectionService } from './CollectionService';

/** What is collected from, by whom it is seen, and what becomes of it. */
export interface Collecting {
  stores: ReturnType<typeof createStores>;
  collectors: CollectorDeps;
  checks: readonly Check[];
  /** The policy in force now. */
  policy: () => Policy;
  /** The clusters to be collected now. */
  clusters: () => readonly ClusterConfig[];
  /** Told what the clusters are before a new one is collected. */
  declare: (clusters: readonly DeclaredCluster[]) => Promise<void>;
  /** Whether a thread of this process collects from a cluster. */
  isElsewhere?: (cluster: ClusterConfig) => boolean;
  recordedPasts?: Pick<RecordedPasts, 'ensure'>;
  events: Pick<EventsService, 'publish'>;
  repeat: (work: RepeatedWork) => Promise<void>;
  logger: LoggerService;
  now: () => Date;
}

/** Collecting and assessing, wired: in the main thread and in the collecting one alike. */
export function createCollecting(deps: Collecting): {
  tasks: CollectionScheduler;
  assessments: AssessmentService;
} {
  const { stores, collectors, recordedPasts, logger, now } = deps;
  const assessments = new AssessmentService({ ...deps, ...stores });
  const collections = new CollectionService({
    ...stores,
    assessments,
    recordedPasts,
    logger,
    now,
  });
  const tasks = new CollectionScheduler({
    ...deps,
    schedule: stores.schedule,
    collections,
    createCollector: cluster => createCollector(cluster, collectors),
  });
  return { tasks, assessments };
}
