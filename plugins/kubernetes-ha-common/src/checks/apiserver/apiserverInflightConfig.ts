/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import type { Sections } from '../../snapshot/clusterSnapshot';
import { defineCheck } from '../check';
import { flagsOrAnswer } from '../componentFlagsOutcome';
import { labelsOf, seriesOf } from '../counterIncrease';
import { fail, pass, warn } from '../outcome';
import { instanceName } from './instances';

/** Defaults of the two flags. Source: kubernetes/apiserver pkg/server/config.go */
const DEFAULT_INFLIGHT = 400;
const DEFAULT_MUTATING_INFLIGHT = 200;

/**
 * How many requests an API server works on at once. With priority and fairness
 * only the sum of the two flags matters: it is divided over the levels. Without
 * it, one noisy client can crowd out kubelets and leader election. Unit: requests.
 * Source: https://kubernetes.io/docs/concepts/cluster-administration/flow-control/. @public
 */
export const apiserverInflightConfig = defineCheck({
  id: 'apiserver-inflight-config',
  layer: 'apiserver',
  severity: 'medium',
  kind: 'design',
  stage: 1,
  reads: [],
  consults: ['pods', 'apiServers'],
  thresholds: {
    requests: {
      value: DEFAULT_INFLIGHT + DEFAULT_MUTATING_INFLIGHT,
      unit: 'requests',
      source: 'kubernetes/apiserver pkg/server/config.go (defaults 400 + 200)',
    },
    seatUse: { value: 0.8, unit: 'ratio', source: '(proposal)' },
  },
  runbook: 'RB-APISERVER-OVERLOAD',
  source:
    'https://kubernetes.io/docs/concepts/cluster-administration/flow-control/',
  evaluate(input) {
    const flags = flagsOrAnswer('kube-apiserver', input);
    if (flags.state === 'answer') return flags.outcome;
    const { thresholds, signals } = input;
    const required = message('apiserver-inflight-config.required', {
      requests: thresholds.requests,
      seatUse: thresholds.seatUse,
    });
    const budgets = flags.instances.map(({ name, flags: own }) => ({
      name,
      fair: own['enable-priority-and-fairness'] !== 'false',
      requests:
        Number(own['max-requests-inflight'] ?? DEFAULT_INFLIGHT) +
        Number(
          own['max-mutating-requests-inflight'] ?? DEFAULT_MUTATING_INFLIGHT,
        ),
    }));
    const unfair = budgets.filter(({ fair }) => !fair).map(({ name }) => name);
    if (unfair.length > 0) {
      return fail(
        message('apiserver-inflight-config.unfair', { instances: unfair }),
        required,
        {
          fix: message('apiserver-inflight-config.fix-unfair'),
          subjects: unfair,
        },
      );
    }
    const least = budgets.reduce((a, b) => (b.requests < a.requests ? b : a));
    const busiest = busiestLevel(signals);
    const observed = message('apiserver-inflight-config.observed', {
      instance: least.name,
      requests: least.requests,
      level: busiest?.level ?? '',
      seatUse: busiest?.use ?? 0,
    });
    const small = least.requests < thresholds.requests;
    if (small || (busiest && busiest.use >= thresholds.seatUse)) {
      return warn(observed, required, {
        fix: message('apiserver-inflight-config.fix', { small }),
        subjects: [small || !busiest ? least.name : busiest.instance],
      });
    }
    return pass(observed, required);
  },
});

/** The priority level with the largest share of its seats taken, on any instance. */
function busiestLevel({
  apiServers,
}: Readonly<Pick<Sections, 'apiServers'>>):
  | { instance: string; level: string; use: number }
  | undefined {
  if (apiServers.state !== 'observed') return undefined;
  return apiServers.value
    .flatMap(instance => {
      if (instance.metrics.state !== 'observed') return [];
      const { values } = instance.metrics.value.latest;
      const taken = seatsByLevel(
        values,
        'apiserver_flowcontrol_current_executing_seats',
      );
      const limits = seatsByLevel(
        values,
        'apiserver_flowcontrol_nominal_limit_seats',
      );
      return [...limits].flatMap(([level, limit]) =>
        // The exempt level has no seats of its own.
        limit > 0
          ? [
              {
                instance: instanceName(instance),
                level,
                use: (taken.get(level) ?? 0) / limit,
              },
            ]
          : [],
      );
    })
    .sort((a, b) => b.use - a.use || (a.level < b.level ? -1 : 1))[0];
}

function seatsByLevel(
  values: Readonly<Record<string, number>>,
  family: string,
): Map<string, number> {
  const seats = new Map<string, number>();
  for (const key of seriesOf(values, family)) {
    const level = labelsOf(key).priority_level;
    if (level) seats.set(level, (seats.get(level) ?? 0) + values[key]);
  }
  return seats;
}
