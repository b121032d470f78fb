/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ApiServerInstance } from '../../snapshot/sections/apiServers';
import { counterIncrease } from '../counterIncrease';
import { apiServerCounters } from './apiServerMetrics';

/** What the API servers themselves counted of calls to webhooks. */
export interface WebhookCalls {
  /** Calls that failed between the two readings, by name of the webhook. */
  failed: ReadonlyMap<string, number>;
  /** API servers whose counters could not be read. */
  unread: string[];
  /** Whether any API server has told. */
  isKnown: boolean;
}

/** The call itself failed: not the webhook, which may refuse as it pleases. */
const CALL_ERRORS: ReadonlySet<string> = new Set([
  'calling_webhook_error',
  'apiserver_internal_error',
]);

/**
 * Failed calls, from the API servers' counters: refused because the call
 * failed (`…_rejection_count` with an error type), and let through for the
 * same reason (`…_fail_open_count`). Only what grew between two readings:
 * a sum since the start tells of trouble that may be long over.
 * Source: k8s.io/apiserver pkg/admission/metrics/metrics.go
 */
export function webhookCalls(
  apiServers: readonly ApiServerInstance[],
): WebhookCalls {
  const { instances, unread } = apiServerCounters(apiServers);
  const failed = new Map<string, number>();
  const add = (name: string | undefined, increase: number) => {
    if (name === undefined || increase <= 0) return;
    failed.set(name, (failed.get(name) ?? 0) + increase);
  };
  for (const { counters } of instances) {
    const rejections = counterIncrease(
      counters,
      'apiserver_admission_webhook_rejection_count',
    );
    const passedOver = counterIncrease(
      counters,
      'apiserver_admission_webhook_fail_open_count',
    );
    if (rejections.seconds === undefined) continue;
    for (const { labels, increase } of rejections.series) {
      if (CALL_ERRORS.has(labels.error_type)) add(labels.name, increase);
    }
    for (const { labels, increase } of passedOver.series) {
      add(labels.name, increase);
    }
  }
  return {
    failed,
    unread: [...(unread?.subjects ?? [])],
    isKnown: instances.length > 0,
  };
}
