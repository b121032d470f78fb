/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from 'backstage-plugin-kubernetes-ha-common';
import type { Counters, Signal } from 'backstage-plugin-kubernetes-ha-common';
import type { ApiEndpoint, SourceContext } from '../../contracts';
import { MetricsScanner } from '../../prometheus/metricsScanner';
import {
  refusalOfError,
  refusalOfResponse,
  refused,
} from '../../refusals/classify';
import { DETAILS_EVERY_SECONDS, METRICS_BYTES, METRICS_MS } from './bounds';
import { counterSample, pairOfReadings } from '../counterReadings';
import { within } from '../../refusals/deadline';
import { stillYoung } from '../readEvery';
import { observedSignal, unknownSignal } from '../signals';

/** What the checks of the layer count, of a page of several megabytes. */
export const families = {
  apiserver_admission_webhook_fail_open_count: ['name'],
  apiserver_admission_webhook_rejection_count: ['name', 'error_type'],
  apiserver_current_inflight_requests: [],
  apiserver_flowcontrol_current_executing_seats: ['priority_level'],
  apiserver_flowcontrol_nominal_limit_seats: ['priority_level'],
  apiserver_flowcontrol_rejected_requests_total: ['priority_level'],
  apiserver_request_sli_duration_seconds_bucket: ['le', 'verb'],
  apiserver_request_terminations_total: [],
  apiserver_request_total: [],
  apiserver_storage_consistency_checks_total: ['status'],
  apiserver_storage_size_bytes: [],
  etcd_request_duration_seconds_bucket: ['le'],
  process_start_time_seconds: [],
} as const;

/** `/metrics` of one instance, scanned while it arrives, at most once in two minutes; in between the last reading stands. Without a previous reading, and so without counts of earlier, where those would be of another state. */
export async function instanceMetrics(
  context: SourceContext,
  source: string,
  endpoint: ApiEndpoint,
  previous: Signal<Counters> | undefined,
): Promise<Signal<Counters>> {
  const via = `GET ${endpoint.url}/metrics`;
  const last = previous?.state === 'observed' ? previous.value : undefined;
  const everySeconds =
    last && !last.earlier
      ? secondAfterSeconds(`${context.cluster.name} ${endpoint.url}`)
      : DETAILS_EVERY_SECONDS;
  const young = stillYoung(previous, everySeconds, context);
  if (young) return young;
  try {
    const scanner = new MetricsScanner(families);
    const response = await within(context.signal, METRICS_MS, signal =>
      endpoint.request({
        path: '/metrics',
        accept: 'text/plain;version=0.0.4',
        signal,
        maxBytes: METRICS_BYTES,
        onChunk: chunk => scanner.push(chunk),
      }),
    );
    const refusal = refusalOfResponse(response);
    if (refusal) return unknownSignal(context, source, via, refusal);
    // A connection that hands over no chunks has the page whole.
    if (response.body.length > 0) scanner.push(response.body);
    const sums = scanner.finish();
    if (sums.apiserver_request_total === undefined) {
      return unknownSignal(
        context,
        source,
        via,
        refused('invalid-response', message('detail.no-api-server-metrics')),
      );
    }
    return observedSignal(
      context,
      source,
      via,
      pairOfReadings(counterSample(sums, context.now()), last),
      Math.max(DETAILS_EVERY_SECONDS, context.intervalSeconds),
    );
  } catch (error) {
    return unknownSignal(context, source, via, refusalOfError(error));
  }
}

/** Into so many parts the time between two readings is divided: the collections of a control plane in it, by default. (proposal) */
const PARTS = 4;

/**
 * How long after its first reading an instance is read a second time: a rate is
 * known sooner, and hundreds of instances that were read first within seconds of
 * each other, when a portal was started, are not read together ever after.
 */
function secondAfterSeconds(instance: string): number {
  let sum = 0;
  for (let index = 0; index < instance.length; index++) {
    sum = (Math.imul(sum, 31) + instance.charCodeAt(index)) >>> 0;
  }
  return (DETAILS_EVERY_SECONDS * (1 + (sum % PARTS))) / PARTS;
}
