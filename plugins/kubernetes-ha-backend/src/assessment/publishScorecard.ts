/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  KUBERNETES_HA_SCORECARD_TOPIC,
  KubernetesHaScorecardEvent,
} from 'backstage-plugin-kubernetes-ha-node';

/**
 * Publishes that a grade or findings have changed, after the commit: what is
 * published is stored. Throws nothing: a lost event is made up for by reading
 * the API.
 */
export async function publishScorecard(
  payload: KubernetesHaScorecardEvent,
  deps: {
    events: Pick<EventsService, 'publish'>;
    logger: Pick<LoggerService, 'warn'>;
  },
): Promise<void> {
  try {
    await deps.events.publish({
      topic: KUBERNETES_HA_SCORECARD_TOPIC,
      eventPayload: payload,
    });
  } catch (error) {
    deps.logger.warn(
      `The event ${KUBERNETES_HA_SCORECARD_TOPIC} of cluster ${payload.cluster} could not be published; its scorecard is stored.`,
      error instanceof Error ? error : undefined,
    );
  }
}
