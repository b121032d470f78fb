/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from 'backstage-plugin-kubernetes-ha-common';
import type { Counters, Signal } from 'backstage-plugin-kubernetes-ha-common';
import type { SourceContext } from '../../contracts';
import type { EtcdEndpoint } from '../../etcd/etcdEndpoints';
import { scanMetrics } from '../../prometheus/scanMetrics';
import {
  refusalOfError,
  refusalOfResponse,
  refused,
} from '../../refusals/classify';
import { METRICS_BYTES, METRICS_MS } from './bounds';
import { counterSample, pairOfReadings } from '../counterReadings';
import { observedSignal, unknownSignal } from '../signals';

/** What is kept of a member's page (about 180 kB): some 70 numbers. */
const families = {
  etcd_disk_wal_fsync_duration_seconds_bucket: ['le'],
  etcd_disk_backend_commit_duration_seconds_bucket: ['le'],
  etcd_network_peer_sent_failures_total: ['To'],
  etcd_network_peer_received_bytes_total: ['From'],
  etcd_network_active_peers: ['Local', 'Remote'],
  etcd_server_leader_changes_seen_total: [],
  etcd_server_heartbeat_send_failures_total: [],
  etcd_server_proposals_failed_total: [],
  // Before 3.6 Status does not tell the quota; this does.
  etcd_server_quota_backend_bytes: [],
  process_start_time_seconds: [],
} as const;

/** `/metrics` of one member over its client URL, with the reading of the collection before. */
export async function memberMetrics(
  context: SourceContext,
  endpoint: EtcdEndpoint,
  previous: Signal<Counters> | undefined,
): Promise<Signal<Counters>> {
  const via = `GET ${endpoint.url}/metrics`;
  try {
    const { status, body } = await endpoint.http.get('/metrics', {
      deadlineMs: METRICS_MS,
      signal: context.signal,
      maxBytes: METRICS_BYTES,
    });
    const refusal = refusalOfResponse({ status, headers: {}, body });
    if (refusal) return unknownSignal(context, 'etcd', via, refusal);

    const sums = await scanMetrics(body, families);
    if (Object.keys(sums).length === 0) {
      return unknownSignal(
        context,
        'etcd',
        via,
        refused('invalid-response', message('detail.no-etcd-metrics')),
      );
    }
    const before = previous?.state === 'observed' ? previous.value : undefined;
    return observedSignal(
      context,
      'etcd',
      via,
      pairOfReadings(counterSample(sums, context.now()), before),
    );
  } catch (error) {
    return unknownSignal(context, 'etcd', via, refusalOfError(error));
  }
}
