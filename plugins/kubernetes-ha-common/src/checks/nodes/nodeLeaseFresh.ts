/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { isAtLeast } from '../apiserver/kubernetesMinor';
import { message } from '../../messages';
import { defineCheck } from '../check';
import { fail, notApplicable, pass, warn } from '../outcome';

/**
 * Heartbeats of the kubelets: the age of their leases by the API server's
 * clock. They tell of a dead node before its condition does. Unit: seconds.
 * Source: https://kubernetes.io/docs/concepts/architecture/nodes/#node-heartbeats. @public
 */
export const nodeLeaseFresh = defineCheck({
  id: 'node-lease-fresh',
  layer: 'nodes',
  severity: 'high',
  stage: 1,
  reads: ['nodeLeases'],
  consults: ['nodes', 'version'],
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
    // In a large cluster some worker is always dead; one alone is no weak link.
    failRatio: { value: 0.1, unit: 'ratio', source: '(proposal)' },
  },
  runbook: 'RB-NODE-NOTREADY',
  source:
    'https://kubernetes.io/docs/concepts/architecture/nodes/#node-heartbeats',
  evaluate({ values: { nodeLeases }, signals, thresholds }) {
    const nodes =
      signals.nodes.state === 'observed' ? signals.nodes.value : undefined;
    const serverMs = Date.parse(nodeLeases.serverTime);
    const byName = new Map(
      nodeLeases.leases.map(({ name, renewTime }) => [
        name,
        // A kubelet's clock that is ahead gives no negative age.
        renewTime === undefined
          ? Infinity
          : Math.max(0, (serverMs - Date.parse(renewTime)) / 1000),
      ]),
    );
    // A lease outlives its node for a while, and a node may never have had one.
    const beats = nodes
      ? nodes.map(node => ({
          name: node.name,
          age:
            byName.get(node.name) ??
            (node.createdAt
              ? Math.max(0, (serverMs - Date.parse(node.createdAt)) / 1000)
              : Infinity),
          controlPlane: node.controlPlane,
        }))
      : [...byName].map(([name, age]) => ({ name, age, controlPlane: false }));
    if (beats.length === 0) {
      return notApplicable(message('node-lease-fresh.none'));
    }

    const version = signals.version;
    const old =
      version.state === 'observed' &&
      isAtLeast(version.value.gitVersion, 32) === false;
    const graceSeconds = old
      ? thresholds.failSecondsBefore132
      : thresholds.failSeconds;
    const stale = beats.filter(({ age }) => age > thresholds.warnSeconds);
    const dead = beats.filter(({ age }) => age > graceSeconds);
    const ages = stale.map(({ age }) => age).filter(Number.isFinite);
    const names = stale.map(({ name }) => name);

    const observed = message('node-lease-fresh.observed', {
      nodes: beats.length,
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
      unblocks: message('node-lease-fresh.unblocks', { nodes: names }),
      subjects: names,
    };
    if (
      dead.length > 0 &&
      (dead.some(({ controlPlane }) => controlPlane) ||
        dead.length / beats.length >= thresholds.failRatio)
    ) {
      return fail(observed, required, parts);
    }
    if (stale.length > 0 || dead.length > 0) {
      return warn(observed, required, parts);
    }
    return pass(observed, required);
  },
});
