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
import type { HistoryStore, Retention } from '../database/HistoryStore';
import type { MeasurementStore } from '../database/MeasurementStore';

/**
 * Two global tasks over all clusters: `reassess` judges clusters anew whose
 * collection stopped, so that what went stale turns unknown instead of staying
 * as it was; `retention` thins out history and removes what is too old.
 */
export async function scheduleUpkeep(options: {
  scheduler: SchedulerService;
  assessments: Pick<AssessmentStore, 'overdue'>;
  history: Pick<HistoryStore, 'retain'>;
  measurements: Pick<MeasurementStore, 'retain'>;
  assess: (cluster: string) => Promise<unknown>;
  retention: Retention;
  logger: LoggerService;
  now: () => Date;
}): Promise<void> {
  const { scheduler, assessments, assess, retention, logger, now } = options;
  const { history, measurements } = options;
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
          // The others are judged all the same; this one again in a minute.
          logger.error(
            `Cluster ${cluster} could not be judged anew; its last judgement stands, marked as stale.`,
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
      await history.retain(now(), retention);
      await measurements.retain(now());
    },
  });
}
