/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { count, duration, list, percent } from '../format';

/** What the checks that read the API servers' metrics say. */
export const apiServerLoad = {
  'apiserver.metrics-unknown': (p: { instance: string; detail: string }) =>
    `the metrics of API server ${p.instance} could not be read: ${p.detail}`,
  'apiserver.metrics-none': (p: { instances: number }) =>
    `none of ${count(
      p.instances,
      'API server',
    )} responds, so nothing was counted`,
  'apiserver.metrics-required': () =>
    'the metrics of every API server that responds',
  'apiserver.second-reading': () =>
    'a second collection, one or two minutes from now: so far the counters cover all the time since the process started',

  'apiserver-apf-rejections.title': () =>
    'API Priority and Fairness rejections',
  'apiserver-apf-rejections.observed': (p: {
    levels: readonly string[];
    windowSeconds: number;
  }) =>
    `${
      p.levels.length === 0
        ? 'no request rejected'
        : `requests rejected by priority level: ${list(p.levels)}`
    }${
      p.windowSeconds > 0
        ? ` within ${duration(p.windowSeconds)}`
        : ' since the API servers started'
    }`,
  'apiserver-apf-rejections.required': () =>
    'no request rejected, above all none of the priority levels system, node-high and leader-election',
  'apiserver-apf-rejections.fix': () =>
    'find the FlowSchema whose clients overload the API servers and limit these clients, or give its priority level more shares',
  'apiserver-apf-rejections.off': () =>
    'API Priority and Fairness is off; see the check apiserver-inflight-config',

  'apiserver-terminated-requests.title': () =>
    'Requests terminated by overload protection',
  'apiserver-terminated-requests.observed': (p: {
    terminated: number;
    requests: number;
    share: number;
  }) =>
    `${p.terminated} of ${count(p.requests, 'request')} terminated (${percent(
      p.share,
    )})`,
  'apiserver-terminated-requests.required': (p: { share: number }) =>
    `at most ${percent(p.share)} of requests terminated`,
  'apiserver-terminated-requests.fix': () =>
    'reduce the load of the API servers: find the clients with the most requests in flight, or add an API server',
  'apiserver-terminated-requests.uncounted': () =>
    'no API server shows apiserver_request_total',

  'apiserver-cache-consistency.title': () => 'API server cache consistency',
  'apiserver-cache-consistency.observed': (p: {
    failures: number;
    compared: number;
    instances: readonly string[];
  }) =>
    p.instances.length === 0
      ? `${count(p.compared, 'comparison')} of caches with etcd, none failed`
      : `${p.failures} of ${count(
          p.compared,
          'comparison',
        )} of caches with etcd failed, on ${list(p.instances)}`,
  'apiserver-cache-consistency.required': () =>
    'no failed comparison of a cache with etcd',
  'apiserver-cache-consistency.fix': (p: { instances: readonly string[] }) =>
    `compare the etcd members first (etcd-hash-consistency); if they agree, restart ${list(
      p.instances,
    )}, one at a time`,
  'apiserver-cache-consistency.uncounted': (p: {
    instances: readonly string[];
  }) =>
    `no comparison of the watch cache counted yet on ${list(
      p.instances,
    )} (the first comes some minutes after the start)`,
  'apiserver-cache-consistency.errors': (p: { instances: readonly string[] }) =>
    `every comparison of the watch cache ended in an error on ${list(
      p.instances,
    )}: whether it agrees with etcd is unknown`,
  'apiserver-cache-consistency.too-old': (p: { version: string }) =>
    `${p.version} does not compare its cache with etcd; API servers do so from 1.34`,
} as const;
