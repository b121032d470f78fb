/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, notApplicable, pass, warn } from '../outcome';

/** The API on which autoscaling and `kubectl top` rest. */
const METRICS_API = 'v1beta1.metrics.k8s.io';

/**
 * Whether the APIs that other servers add are available. One that is not slows
 * discovery and stops the deletion of namespaces; without the metrics API
 * autoscaling stands still. Unit: seconds.
 * Source: kubernetes-mixin alerts (KubeAggregatedAPIDown). @public
 */
export const apiserverAggregatedApis = defineCheck({
  id: 'apiserver-aggregated-apis',
  layer: 'apiserver',
  severity: 'high',
  kind: 'state',
  stage: 1,
  reads: ['apiServices'],
  thresholds: {
    warnSeconds: {
      value: 300,
      unit: 's',
      source: 'kubernetes-mixin alerts (KubeAggregatedAPIDown, 5 m)',
    },
    failSeconds: { value: 900, unit: 's', source: '(proposal)' },
  },
  runbook: 'RB-AGGREGATED-API',
  source:
    'https://kubernetes.io/docs/concepts/extend-kubernetes/api-extension/apiserver-aggregation/',
  evaluate({ values: { apiServices }, thresholds, nowMs }) {
    const aggregated = apiServices.filter(({ service }) => service);
    if (aggregated.length === 0) {
      return notApplicable(message('apiserver-aggregated-apis.none'));
    }
    const required = message('apiserver-aggregated-apis.required', {
      warnSeconds: thresholds.warnSeconds,
    });
    const missing = aggregated
      .filter(({ available }) => available?.status !== 'True')
      .map(({ name, available }) => ({
        name,
        // Without a transition time nobody knows since when: from now.
        seconds: available?.lastTransitionTime
          ? Math.max(
              0,
              (nowMs - Date.parse(available.lastTransitionTime)) / 1000,
            )
          : 0,
      }))
      .sort((a, b) => b.seconds - a.seconds || (a.name < b.name ? -1 : 1));
    const names = missing.map(({ name }) => name);
    const observed = message('apiserver-aggregated-apis.observed', {
      aggregated: aggregated.length,
      missing: names,
      longestSeconds: missing[0]?.seconds ?? 0,
    });
    const parts = {
      fix: message('apiserver-aggregated-apis.fix', { names }),
      subjects: names,
    };
    const lasting = (limit: number) =>
      missing.filter(({ seconds }) => seconds > limit);
    if (
      lasting(thresholds.failSeconds).some(({ name }) => name === METRICS_API)
    ) {
      return fail(observed, required, parts);
    }
    return lasting(thresholds.warnSeconds).length > 0
      ? warn(observed, required, parts)
      : pass(observed, required);
  },
});
