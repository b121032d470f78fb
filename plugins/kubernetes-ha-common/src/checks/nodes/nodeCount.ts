/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, notApplicable, pass, warn } from '../outcome';
import { hasNoMachines, isSchedulableWorker, isWorker } from './workers';

/**
 * How many workers the scheduler can use now. Unit: nodes.
 * Source: https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/high-availability/. @public
 */
export const nodeCount = defineCheck({
  id: 'node-count',
  layer: 'nodes',
  severity: 'high',
  kind: 'design',
  stage: 1,
  reads: ['nodes'],
  thresholds: {
    minimum: {
      value: 3,
      unit: 'nodes',
      source:
        'https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/high-availability/ (three workers)',
    },
    failBelow: {
      value: 2,
      unit: 'nodes',
      source: 'aws/aws-eks-best-practices reliability/dataplane.adoc',
    },
  },
  runbook: 'RB-CAPACITY',
  source:
    'https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/high-availability/',
  evaluate({ values: { nodes }, thresholds: { minimum, failBelow } }) {
    if (hasNoMachines(nodes)) {
      return notApplicable(message('workers.no-machines'));
    }
    const workers = nodes.filter(isWorker);
    const schedulable = workers.filter(isSchedulableWorker);
    const out = workers
      .filter(node => !isSchedulableWorker(node))
      .map(({ name }) => name);
    const observed = message('node-count.observed', {
      schedulable: schedulable.length,
      out,
    });
    const required = message('node-count.required', { minimum });
    const parts = {
      fix: message('node-count.fix', {
        missing: minimum - schedulable.length,
      }),
      subjects: out,
    };
    if (schedulable.length < failBelow) return fail(observed, required, parts);
    if (schedulable.length < minimum) return warn(observed, required, parts);
    return pass(observed, required);
  },
});
