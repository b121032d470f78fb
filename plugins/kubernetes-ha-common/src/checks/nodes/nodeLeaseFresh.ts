/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { defineCheck } from '../check';
import { connectionFix } from '../connectionFix';
import { fail, notApplicable, pass, unknown, warn } from '../outcome';
import { failedKubeletsOf } from './failedKubelets';
import { heartbeats } from './heartbeats';
import { graceSecondsInForce } from './monitorGrace';
import { hasKubelet } from './nodeKind';

/**
 * Heartbeats of the kubelets: the age of their Leases by the API server's
 * clock. They tell of a dead node before its condition does. Late is what is
 * older than the Lease lasts by its own word, lost what is older than the grace
 * that the controller-manager gives. Unit: seconds.
 * Source: https://kubernetes.io/docs/concepts/architecture/nodes/#node-heartbeats. @public
 */
export const nodeLeaseFresh = defineCheck({
  id: 'node-lease-fresh',
  layer: 'nodes',
  severity: 'high',
  kind: 'state',
  stage: 1,
  reads: ['nodeLeases', 'nodes'],
  consults: ['version', 'pods', 'kubelets'],
  thresholds: {
    warnSeconds: {
      value: 40,
      unit: 's',
      source:
        'k8s.io/kubelet config/v1beta1/types.go (nodeLeaseDurationSeconds)',
    },
    failSeconds: {
      value: 50,
      unit: 's',
      source:
        'kube-controller-manager --node-monitor-grace-period since Kubernetes 1.32',
    },
    failSecondsBefore132: {
      value: 40,
      unit: 's',
      source:
        'kube-controller-manager --node-monitor-grace-period before Kubernetes 1.32',
    },
    clockSeconds: {
      value: 20,
      unit: 's',
      source:
        '(proposal) a node Ready so long after the grace period is alive with a wrong clock',
    },
    // In a large cluster some worker is always dead; one alone is no weak link.
    failRatio: { value: 0.1, unit: 'ratio', source: '(proposal)' },
  },
  runbook: 'RB-NODE-NOTREADY',
  source:
    'https://kubernetes.io/docs/concepts/architecture/nodes/#node-heartbeats',
  evaluate({ values: { nodeLeases, nodes }, signals, thresholds }) {
    // Where the controller-managers differ, the longest: nobody knows which leads next.
    const graceSeconds =
      graceSecondsInForce(signals, {
        graceSeconds: thresholds.failSeconds,
        graceSecondsBefore132: thresholds.failSecondsBefore132,
      }).at(-1) ?? thresholds.failSeconds;
    const { beats, offClock } = heartbeats(
      { nodeLeases, nodes: nodes.filter(hasKubelet) },
      signals,
      graceSeconds + thresholds.clockSeconds,
    );
    if (beats.length + offClock.length === 0) {
      return notApplicable(message('node-lease-fresh.none'));
    }
    const stale = beats.filter(
      ({ age, leaseSeconds = thresholds.warnSeconds }) =>
        age > Math.min(leaseSeconds, graceSeconds),
    );
    const dead = beats.filter(({ age }) => age > graceSeconds);
    const ages = stale.map(({ age }) => age).filter(Number.isFinite);
    const names = stale.map(({ name }) => name);

    const observed = message('node-lease-fresh.observed', {
      nodes: beats.length + offClock.length,
      stale: names,
      dead: dead.length,
      oldestSeconds: ages.length > 0 ? Math.max(...ages) : 0,
    });
    const required = message('node-lease-fresh.required', {
      warnSeconds: thresholds.warnSeconds,
      graceSeconds,
      failRatio: thresholds.failRatio,
    });
    const parts = {
      fix:
        connectionFix('kubelet', failedKubeletsOf(names, signals)) ??
        message('node-lease-fresh.fix', { nodes: names }),
      subjects: names,
    };
    if (
      dead.length > 0 &&
      (dead.some(({ controlPlane }) => controlPlane) ||
        dead.length / (beats.length + offClock.length) >= thresholds.failRatio)
    ) {
      return fail(observed, required, parts);
    }
    if (stale.length > 0 || dead.length > 0) {
      return warn(observed, required, parts);
    }
    if (offClock.length > 0) {
      return unknown(
        'inconclusive',
        message('node-lease-fresh.off-clock', { nodes: offClock }),
        required,
        {
          fix: message('node-lease-fresh.fix-clock', {
            nodes: offClock,
          }),
          subjects: offClock,
        },
      );
    }
    return pass(observed, required);
  },
});
