/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { notApplicable, pass, warn } from '../outcome';
import { kubeletConfigs, tooFewKubelets } from './kubeletConfigs';

/**
 * Whether kubelets give pods time to end when their machine is shut down, and
 * ordinary pods a part of it. Unit: seconds.
 * Source: https://kubernetes.io/docs/concepts/cluster-administration/node-shutdown/. @public
 */
export const nodeGracefulShutdown = defineCheck({
  id: 'node-graceful-shutdown',
  layer: 'nodes',
  severity: 'low',
  kind: 'design',
  stage: 4,
  reads: ['kubelets'],
  consults: ['nodes'],
  thresholds: {
    readRatio: { value: 0.9, unit: 'ratio', source: '(proposal)' },
  },
  runbook: 'RB-NODE-TIMERS',
  source:
    'https://kubernetes.io/docs/concepts/cluster-administration/node-shutdown/',
  evaluate({ values: { kubelets }, signals, thresholds: { readRatio } }) {
    // Windows nodes shut down in a way of their own.
    const windows = new Set(
      signals.nodes.state === 'observed'
        ? signals.nodes.value
            .filter(({ operatingSystem }) => operatingSystem === 'windows')
            .map(({ name }) => name)
        : [],
    );
    const linux = kubelets.filter(({ nodeName }) => !windows.has(nodeName));
    if (kubelets.length > 0 && linux.length === 0) {
      return notApplicable(message('node-graceful-shutdown.windows'));
    }
    const configs = kubeletConfigs(linux);
    const without = configs.known
      .filter(
        ({ config }) =>
          (config.shutdownGracePeriodByPodPrioritySeconds ?? 0) <= 0 &&
          ((config.shutdownGracePeriodSeconds ?? 0) <= 0 ||
            (config.shutdownGracePeriodCriticalPodsSeconds ?? 0) >=
              (config.shutdownGracePeriodSeconds ?? 0)),
      )
      .map(({ nodeName }) => nodeName);
    const observed = message('node-graceful-shutdown.observed', {
      kubelets: configs.known.length,
      without,
    });
    const required = message('node-graceful-shutdown.required');
    if (without.length > 0) {
      return warn(observed, required, {
        fix: message('node-graceful-shutdown.fix'),
        subjects: without,
      });
    }
    return tooFewKubelets(configs, readRatio) ?? pass(observed, required);
  },
});
