/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { histogramQuantile, histogramWindow } from '../histogramQuantile';
import { fail, pass, unknown, warn } from '../outcome';
import { instanceName } from './instances';

/** Sub-checks of `/readyz` that ask etcd; `etcd-override-<n>` since 1.34. */
const ETCD_CHECK = /^etcd(-readiness|-override-.+)?$/;

/** Latency of requests to etcd, as the API server meets it. */
const FAMILY = 'etcd_request_duration_seconds';

/**
 * Whether each API server reaches its etcd, and how fast. An instance that
 * gave no verbose answer at all is judged by `apiserver-readyz-each`. Unit: seconds.
 * Source: kubernetes/apiserver pkg/server/options/etcd.go (readiness checks),
 * pkg/storage/etcd3/metrics/metrics.go. @public
 */
export const apiserverEtcdPath = defineCheck({
  id: 'apiserver-etcd-path',
  layer: 'apiserver',
  severity: 'critical',
  kind: 'state',
  stage: 1,
  reads: ['apiServers'],
  thresholds: {
    warnP99Seconds: { value: 0.1, unit: 's', source: '(proposal)' },
    minimumObservations: { value: 100, unit: 'requests', source: '(proposal)' },
  },
  runbook: 'RB-ETCD-QUORUM-LOSS',
  source:
    'https://github.com/kubernetes/apiserver/blob/master/pkg/storage/etcd3/metrics/metrics.go',
  evaluate({ values: { apiServers }, thresholds }) {
    const required = message('apiserver-etcd-path.required', {
      p99Seconds: thresholds.warnP99Seconds,
    });
    const told = apiServers.flatMap(instance => {
      const checks = instance.readyzChecks.filter(({ name }) =>
        ETCD_CHECK.test(name),
      );
      return checks.length > 0
        ? [{ name: instanceName(instance), checks }]
        : [];
    });
    if (told.length === 0) {
      return unknown(
        'not-exposed',
        message('apiserver-etcd-path.untold', { instances: apiServers.length }),
        required,
      );
    }
    const failing = told.flatMap(({ name, checks }) =>
      checks
        .filter(({ ok }) => !ok)
        .map(check => ({ name, check: check.name })),
    );
    if (failing.length > 0) {
      const instances = [...new Set(failing.map(({ name }) => name))];
      return fail(
        message('apiserver-etcd-path.failing', {
          failing: failing.map(({ name, check }) => `${name}: ${check}`),
          instances: told.length,
        }),
        required,
        {
          fix: message('apiserver-etcd-path.fix', { instances }),
          subjects: instances,
        },
      );
    }
    const slowest = apiServers
      .flatMap(instance => {
        if (instance.metrics.state !== 'observed') return [];
        const window = histogramWindow(instance.metrics.value, FAMILY);
        // Since the process started is not now: a slow start would count for hours.
        if (
          window?.seconds === undefined ||
          window.observations < thresholds.minimumObservations
        ) {
          return [];
        }
        const seconds = histogramQuantile(0.99, window.buckets);
        return seconds === undefined
          ? []
          : [{ name: instanceName(instance), seconds }];
      })
      .sort((a, b) => b.seconds - a.seconds)[0];
    if (!slowest) {
      return pass(
        message('apiserver-etcd-path.unmeasured', {
          instances: told.length,
          unread: apiServers
            .filter(({ metrics }) => metrics.state !== 'observed')
            .map(instanceName),
        }),
        required,
      );
    }
    const observed = message('apiserver-etcd-path.observed', {
      instances: told.length,
      slowest: slowest.name,
      p99Seconds: slowest.seconds,
    });
    return slowest.seconds < thresholds.warnP99Seconds
      ? pass(observed, required)
      : warn(observed, required, {
          fix: message('apiserver-etcd-path.fix-slow'),
          subjects: [slowest.name],
        });
  },
});
