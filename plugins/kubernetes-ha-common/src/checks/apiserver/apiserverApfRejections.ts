/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { componentFlags } from '../componentFlags';
import { defineCheck } from '../check';
import { counterIncrease } from '../counterIncrease';
import { fail, notApplicable, pass, unknown, warn } from '../outcome';
import { apiServerCounters } from './apiServerMetrics';
import { instanceName } from './instances';

const FAMILY = 'apiserver_flowcontrol_rejected_requests_total';

/** Levels on which the cluster itself lives: kubelets, leader election, the system. */
const vitalLevels: ReadonlySet<string> = new Set([
  'system',
  'node-high',
  'leader-election',
]);

/**
 * Requests that priority and fairness turned away. On the levels of workloads
 * a warning; on those of kubelets and leader election the control plane cuts
 * off its own hands. Unit: requests between two readings.
 * Source: kubernetes/apiserver pkg/util/flowcontrol/metrics/metrics.go. @public
 */
export const apiserverApfRejections = defineCheck({
  id: 'apiserver-apf-rejections',
  layer: 'apiserver',
  severity: 'high',
  kind: 'state',
  stage: 1,
  reads: ['apiServers'],
  consults: ['pods'],
  thresholds: {
    warnRequests: { value: 0, unit: 'requests', source: '(proposal)' },
    vitalRequests: { value: 0, unit: 'requests', source: '(proposal)' },
  },
  runbook: 'RB-APISERVER-OVERLOAD',
  source:
    'https://kubernetes.io/docs/concepts/cluster-administration/flow-control/',
  evaluate({ values: { apiServers }, signals, thresholds }) {
    const flags = componentFlags('kube-apiserver', signals);
    if (
      flags.state === 'known' &&
      flags.instances.every(
        instance => instance.flags['enable-priority-and-fairness'] === 'false',
      )
    ) {
      return notApplicable(message('apiserver-apf-rejections.off'));
    }
    const read = apiServerCounters(apiServers);

    const required = message('apiserver-apf-rejections.required');
    const byLevel = new Map<string, number>();
    const sinceStart: string[] = [];
    let windowSeconds = 0;
    for (const { name, counters } of read.instances) {
      const { series, seconds } = counterIncrease(counters, FAMILY);
      let rejected = 0;
      for (const { labels, increase } of series) {
        const level = labels.priority_level ?? '';
        byLevel.set(level, (byLevel.get(level) ?? 0) + increase);
        rejected += increase;
      }
      if (seconds === undefined && rejected > 0) sinceStart.push(name);
      windowSeconds = Math.max(windowSeconds, seconds ?? 0);
    }
    const rejecting = [...byLevel]
      .filter(([, requests]) => requests > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const observed = message('apiserver-apf-rejections.observed', {
      levels: rejecting.map(([level, requests]) => `${level}: ${requests}`),
      windowSeconds,
    });
    if (sinceStart.length > 0) {
      // Some may be long past; the next reading tells.
      return unknown('not-collected', observed, required, {
        fix: message('apiserver.second-reading'),
        subjects: sinceStart,
      });
    }
    const sum = (vital: boolean) =>
      rejecting
        .filter(([level]) => vitalLevels.has(level) === vital)
        .reduce((requests, [, more]) => requests + more, 0);
    const parts = {
      fix: message('apiserver-apf-rejections.fix'),
      subjects: apiServers.map(instanceName),
    };
    if (sum(true) > thresholds.vitalRequests) {
      return fail(observed, required, parts);
    }
    if (sum(false) > thresholds.warnRequests) {
      return warn(observed, required, parts);
    }
    return read.unread ?? pass(observed, required);
  },
});
