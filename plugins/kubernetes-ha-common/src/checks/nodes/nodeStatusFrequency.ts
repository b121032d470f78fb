/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, pass, warn } from '../outcome';
import { kubeletConfigs, tooFewKubelets } from './kubeletConfigs';
import { graceSecondsInForce } from './monitorGrace';

/**
 * How often kubelets look at and report their status. Setting the first
 * explicitly lowers the second from five minutes to the same value without a
 * word: a storm of writes in a large cluster. Unit: seconds.
 * Source: k8s.io/kubelet config/v1beta1/types.go (nodeStatusReportFrequency). @public
 */
export const nodeStatusFrequency = defineCheck({
  id: 'node-status-frequency',
  layer: 'nodes',
  severity: 'medium',
  kind: 'design',
  stage: 4,
  reads: ['kubelets'],
  consults: ['nodes', 'pods', 'version'],
  thresholds: {
    reportSeconds: {
      value: 300,
      unit: 's',
      source:
        'k8s.io/kubelet config/v1beta1/types.go (nodeStatusReportFrequency)',
    },
    largeClusterNodes: { value: 100, unit: 'nodes', source: '(proposal)' },
    /** The status is updated this many times before the node counts as dead. */
    updatesPerGracePeriod: {
      value: 4,
      unit: 'times',
      source: '(proposal)',
      formerly: 'looksPerGrace',
    },
    graceSeconds: {
      value: 50,
      unit: 's',
      source: 'kube-controller-manager --node-monitor-grace-period since 1.32',
    },
    graceSecondsBefore132: {
      value: 40,
      unit: 's',
      source: 'kube-controller-manager --node-monitor-grace-period before 1.32',
    },
    readRatio: { value: 0.9, unit: 'ratio', source: '(proposal)' },
  },
  runbook: 'RB-NODE-TIMERS',
  source:
    'https://github.com/kubernetes/kubelet/blob/master/config/v1beta1/types.go',
  evaluate({ values: { kubelets }, signals, thresholds }) {
    const configs = kubeletConfigs(kubelets);
    const nodes =
      signals.nodes.state === 'observed'
        ? signals.nodes.value.length
        : kubelets.length;
    // Where nothing tells, the shorter default: it is the stricter one.
    const graceSeconds =
      graceSecondsInForce(signals, thresholds)[0] ??
      thresholds.graceSecondsBefore132;
    const updateLimit = graceSeconds / thresholds.updatesPerGracePeriod;
    const slow = configs.known.filter(
      ({ config }) =>
        (config.nodeStatusUpdateFrequencySeconds ?? 0) > updateLimit,
    );
    const often = configs.known.filter(
      ({ config }) =>
        (config.nodeStatusReportFrequencySeconds ?? thresholds.reportSeconds) <
        thresholds.reportSeconds,
    );

    const required = message('node-status-frequency.required', {
      updateSeconds: updateLimit,
      reportSeconds: thresholds.reportSeconds,
      largeClusterNodes: thresholds.largeClusterNodes,
    });
    const observed = message('node-status-frequency.observed', {
      kubelets: configs.known.length,
      slow: slow.map(({ nodeName }) => nodeName),
      often: often.map(({ nodeName }) => nodeName),
      nodes,
    });
    const answer = (status: typeof fail | typeof warn, names: string[]) =>
      status(observed, required, {
        fix: message('node-status-frequency.fix'),
        subjects: names,
      });
    if (slow.length > 0) {
      return answer(
        fail,
        slow.map(({ nodeName }) => nodeName),
      );
    }
    if (often.length > 0 && nodes > thresholds.largeClusterNodes) {
      return answer(
        warn,
        often.map(({ nodeName }) => nodeName),
      );
    }
    return (
      tooFewKubelets(configs, thresholds.readRatio) ?? pass(observed, required)
    );
  },
});
