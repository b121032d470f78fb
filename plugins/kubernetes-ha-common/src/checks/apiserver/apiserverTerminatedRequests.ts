/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { counterIncrease, total } from '../counterIncrease';
import { fail, pass, unknown, warn } from '../outcome';
import { apiServerCounters } from './apiServerMetrics';

/**
 * Share of requests that the API servers broke off in self-defence, over the
 * last readings (at most ten minutes). Unit: ratio.
 * Source: kubernetes-mixin alerts (KubeAPITerminatedRequests). @public
 */
export const apiserverTerminatedRequests = defineCheck({
  id: 'apiserver-terminated-requests',
  layer: 'apiserver',
  severity: 'high',
  kind: 'state',
  stage: 1,
  reads: ['apiServers'],
  thresholds: {
    warnShare: { value: 0.05, unit: 'ratio', source: '(proposal)' },
    failShare: {
      value: 0.2,
      unit: 'ratio',
      source: 'kubernetes-mixin alerts (KubeAPITerminatedRequests)',
    },
  },
  runbook: 'RB-APISERVER-OVERLOAD',
  source:
    'https://github.com/kubernetes-monitoring/kubernetes-mixin/blob/master/alerts/kube_apiserver.libsonnet',
  evaluate({ values: { apiServers }, thresholds }) {
    const read = apiServerCounters(apiServers);

    const required = message('apiserver-terminated-requests.required', {
      share: thresholds.warnShare,
    });
    const readings = read.instances.map(({ name, counters }) => ({
      name,
      served: total(counterIncrease(counters, 'apiserver_request_total')),
      terminated: total(
        counterIncrease(counters, 'apiserver_request_terminations_total'),
      ),
    }));
    const served = readings.reduce((sum, { served: more }) => sum + more, 0);
    const terminated = readings.reduce(
      (sum, { terminated: more }) => sum + more,
      0,
    );
    // Our own reading is a request: no request counted means the counter is not there.
    if (served === 0) {
      if (read.unread) return read.unread;
      return unknown(
        'not-exposed',
        message('apiserver-terminated-requests.uncounted'),
        required,
      );
    }
    const share = terminated / (served + terminated);
    const observed = message('apiserver-terminated-requests.observed', {
      terminated,
      requests: served + terminated,
      share,
    });
    if (share <= thresholds.warnShare) {
      return read.unread ?? pass(observed, required);
    }
    const parts = {
      fix: message('apiserver-terminated-requests.fix'),
      subjects: readings
        .filter(reading => reading.terminated > 0)
        .map(({ name }) => name),
    };
    return share > thresholds.failShare
      ? fail(observed, required, parts)
      : warn(observed, required, parts);
  },
});
