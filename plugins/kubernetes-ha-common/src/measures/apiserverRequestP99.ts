/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { labelsOf } from '../checks/counterIncrease';
import { instanceName } from './instanceName';
import { known, Measure, valueOf } from './measure';
import { windowQuantile } from './windowQuantile';

/** These last as long as the client likes: their time says nothing of the server. */
const LASTING = ['WATCH', 'CONNECT'];

/**
 * 99th percentile of the time each instance takes to answer, without webhooks
 * and queues, watches left out. Source: kubernetes/apiserver
 * pkg/endpoints/metrics/metrics.go, `apiserver_request_sli_duration_seconds`.
 */
export const apiserverRequestP99: Measure<'apiServers'> = {
  id: 'apiserver-request-p99',
  unit: 'seconds',
  worst: 'highest',
  reads: 'apiServers',
  read: instances =>
    known(
      instances.map(instance => [
        instanceName(instance),
        windowQuantile(
          0.99,
          valueOf(instance.metrics),
          'apiserver_request_sli_duration_seconds',
          key => !LASTING.includes(labelsOf(key).verb ?? ''),
        ),
      ]),
    ),
};
