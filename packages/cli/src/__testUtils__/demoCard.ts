/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  addMessages,
  Check,
  assess,
  ClusterSnapshot,
  Scorecard,
} from 'backstage-plugin-kubernetes-ha-common';

/** Sentences of our own: what the product's checks say is tested where they are. */
const sentences = {
  'demo-fail.title': () => 'Spare members',
  'demo-warn.title': () => 'Room on the disk',
  'demo-unknown.title': () => 'Writes per second',
  'demo-pass.title': () => 'Certificates',
  'demo.observed': (p: { what: string }) => `${p.what} was observed`,
  'demo.required': () => 'at least 3',
  'demo.fix': () => 'add one',
};
addMessages('en', sentences);
addMessages('zh', {
  ...sentences,
  'demo-fail.title': () => '备用成员',
  'demo.observed': (p: { what: string }) => `观察到 ${p.what}`,
  'demo.required': () => '至少 3 个',
  'demo.fix': () => '增加一个',
});

const observed = (what: string) => ({
  code: 'demo.observed',
  params: { what },
});

function demoCheck(
  id: string,
  severity: Check['severity'],
  outcome: ReturnType<Check['evaluate']>,
): Check {
  return {
    id,
    layer: 'etcd',
    severity,
    kind: 'design',
    stage: 1,
    reads: [],
    runbook: 'RB-DEMO',
    source: 'test',
    evaluate: () => outcome,
  };
}

const required = { code: 'demo.required', params: {} };
const demoChecks: readonly Check[] = [
  demoCheck('demo-pass', 'low', { status: 'pass', observed: observed('all') }),
  demoCheck('demo-unknown', 'high', {
    status: 'unknown',
    reason: 'forbidden',
    observed: observed('nothing'),
    required,
  }),
  demoCheck('demo-warn', 'medium', {
    status: 'warn',
    // A name that a cluster gave: it must not colour, move or end anything.
    observed: observed('\u001b[31m<a & b>\u0007'),
    required,
  }),
  demoCheck('demo-fail', 'critical', {
    status: 'fail',
    observed: observed('1'),
    required,
    fix: { code: 'demo.fix', params: {} },
    subjects: ['member-1'],
  }),
];

/** A scorecard with a result of each kind. */
export function demoCard(snapshot: ClusterSnapshot): Scorecard {
  return assess(snapshot, { checks: demoChecks });
}
