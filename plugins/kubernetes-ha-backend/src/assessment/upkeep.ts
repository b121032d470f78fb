/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { STALE_INTERVALS } from 'backstage-plugin-kubernetes-ha-common';
import type { AssessmentStore } from '../database/AssessmentStore';
import type { HistoryStore } from '../database/HistoryStore';
import type { MeasurementStore } from '../database/MeasurementStore';
import type { Retention, RetentionStore } from '../database/RetentionStore';

/**
 * Two global tasks over all clusters: `reassess` assesses clusters anew whose
 * collection stopped, so that what went stale turns unknown instead of staying
 * as it was; `retention` thins out history and removes what is too old, clusters too.
 */
export async function scheduleUpkeep(options: {
  scheduler: SchedulerService;
  assessments: Pick<AssessmentStore, 'overdue'>;
  history: Pick<HistoryStore, 'retain'>;
  measurements: Pick<MeasurementStore, 'retain'>;
  retained: RetentionStore;
  assess: (cluster: string) => Promise<unknown>;
  /** The retention in force now. */
  retention: () => Retention;
  logger: LoggerService;
  now: () => Date;
}): Promise<void> {
  const { scheduler, assessments, assess, retention, logger, now } = options;
  const { history, measurements, retained } = options;
  await scheduler.scheduleTask({
    id: 'reassess',
    frequency: { minutes: 1 },
    initialDelay: { minutes: 1 },
    timeout: { minutes: 5 },
    fn: async signal => {
      for (const cluster of await assessments.overdue(now(), STALE_INTERVALS)) {
        if (signal.aborted) return;
        try {
          await assess(cluster);
        } catch (error) {
          // The others are assessed all the same; this one again in a minute.
          logger.error(
            `Cluster ${cluster} could not be assessed anew; its last assessment stands, marked as stale.`,
            error instanceof Error ? error : new Error(String(error)),
          );
        }
      }
    },
  });
  await scheduler.scheduleTask({
    id: 'retention',
    frequency: { hours: 1 },
    initialDelay: { minutes: 5 },
    timeout: { minutes: 30 },
    fn: async () => {
      await history.retain(now());
      await measurements.retain(now());
      await retained.dropOld(now(), retention());
      for (const name of await retained.dropRemoved(now(), retention())) {
        logger.info(
          `Cluster ${name} was removed from configuration ${
            retention().removedClusterDays
          } days ago: what was stored of it is deleted.`,
        );
      }
    },
  });
}
