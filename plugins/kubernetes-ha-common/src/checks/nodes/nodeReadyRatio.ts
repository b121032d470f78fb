/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import type { Sections } from '../../snapshot/clusterSnapshot';
import type { NodeInfo } from '../../snapshot/sections/inventory';
import { defineCheck } from '../check';
import { connectionFix } from '../connectionFix';
import { ageSeconds } from '../freshness';
import { etcdLayout } from '../apiserver/etcdLayout';
import { nextControlPlaneLoss } from '../nextLoss';
import { fail, notApplicable, pass, warn } from '../outcome';
import { failedKubeletsOf } from './failedKubelets';
import { isReady, nodeCondition } from './nodeConditions';
import { hasKubelet } from './nodeKind';
import { byZone } from '../topology/zones';
import { isWorker } from './workers';

/**
 * Nodes that are not Ready: how many, in which zones and since when. Shares as
 * the node controller reckons them before it slows or stops evictions.
 * Source: https://kubernetes.io/docs/concepts/architecture/nodes/#rate-limits-on-eviction. @public
 */
export const nodeReadyRatio = defineCheck({
  id: 'node-ready-ratio',
  layer: 'nodes',
  severity: 'critical',
  kind: 'state',
  stage: 1,
  reads: ['nodes'],
  consults: ['kubelets', 'kubeadmConfig', 'etcd', 'pods'],
  thresholds: {
    warnSeconds: {
      value: 900,
      unit: 's',
      source:
        'kubernetes-monitoring/kubernetes-mixin alerts (KubeNodeNotReady, 15 m)',
    },
    zoneRatio: {
      value: 0.55,
      unit: 'ratio',
      source: 'kube-controller-manager --unhealthy-zone-threshold',
    },
    zoneMinimum: {
      value: 3,
      unit: 'nodes',
      source:
        'k8s.io/kubernetes pkg/controller/nodelifecycle/node_lifecycle_controller.go (ComputeZoneState, more than 2)',
    },
    joinSeconds: {
      value: 300,
      unit: 's',
      source:
        '(proposal) a node that joins is not Ready until its network plug-in runs',
    },
    clusterRatio: {
      value: 0.45,
      unit: 'ratio',
      source:
        'kubernetes/autoscaler cluster-autoscaler/FAQ.md (max-total-unready-percentage)',
    },
  },
  runbook: 'RB-NODE-NOTREADY',
  source:
    'https://kubernetes.io/docs/concepts/architecture/nodes/#rate-limits-on-eviction',
  evaluate({ values: { nodes }, signals, thresholds, nowMs }) {
    if (nodes.length === 0) {
      return notApplicable(message('node-ready-ratio.none'));
    }
    const down = nodes.filter(node => !isReady(node));
    // What only just joins was never there to be lost, unless it is all there is.
    // A virtual node is no machine that a zone loses.
    const machines = nodes.filter(hasKubelet);
    const settled = machines.some(isReady)
      ? machines.filter(node => !isJoining(node, thresholds.joinSeconds, nowMs))
      : machines;
    const { zones, unlabelled } = byZone(settled, nodes);
    // Without any zone label all nodes are one nameless zone; beside labelled
    // ones, a node without a label is a slip and no zone.
    const groups =
      zones.length > 0 ? zones : ([['', unlabelled]] as typeof zones);
    const lostZones = groups
      .filter(([, members]) => isLost(members, thresholds))
      .map(([zone]) => zone)
      .sort();
    const settledDown = settled.filter(node => !isReady(node)).length;
    const longest = Math.max(0, ...down.map(node => downSeconds(node, nowMs)));
    const names = down.map(({ name }) => name);

    const observed = message('node-ready-ratio.observed', {
      nodes: nodes.length,
      notReady: names,
      // JSON has no infinity: −1 says that nobody knows since when.
      longestSeconds: Number.isFinite(longest) ? longest : -1,
      zones: lostZones.filter(zone => zone !== ''),
    });
    const required = message('node-ready-ratio.required', {
      warnSeconds: thresholds.warnSeconds,
      zoneRatio: thresholds.zoneRatio,
      clusterRatio: thresholds.clusterRatio,
    });
    const parts = {
      fix:
        connectionFix('kubelet', failedKubeletsOf(names, signals)) ??
        message('node-ready-ratio.fix', { nodes: names }),
      subjects: names,
      ...(down.some(({ controlPlane }) => controlPlane) && {
        nextLoss: nextControlPlaneLossOf(nodes, signals),
      }),
    };
    if (
      lostZones.length > 0 ||
      settledDown / settled.length >= thresholds.clusterRatio
    ) {
      return fail(observed, required, parts);
    }
    if (longest > thresholds.warnSeconds) {
      return warn(observed, required, parts);
    }
    return pass(observed, required);
  },
});

function nextControlPlaneLossOf(
  nodes: readonly NodeInfo[],
  signals: Readonly<Sections>,
) {
  const machines = nodes.filter(({ controlPlane }) => controlPlane);
  return nextControlPlaneLoss({
    ready: machines.filter(isReady).length,
    total: machines.length,
    layout: etcdLayout(signals),
  });
}

/**
 * A zone is lost when the node controller would call it disrupted, or when
 * nothing is left that ordinary pods could run on: small zones never reach the
 * controller's minimum.
 */
function isLost(
  zone: readonly NodeInfo[],
  thresholds: { zoneMinimum: number; zoneRatio: number },
): boolean {
  const down = zone.filter(node => !isReady(node)).length;
  const workers = zone.filter(isWorker);
  const pool = workers.length > 0 ? workers : zone;
  return (
    (pool.length > 0 && !pool.some(isReady)) ||
    (down >= thresholds.zoneMinimum &&
      down / zone.length >= thresholds.zoneRatio)
  );
}

/**
 * A node that was made lately and has not been Ready yet. One that fell silent
 * is `Unknown`: it had been heard.
 */
function isJoining(
  node: NodeInfo,
  joinSeconds: number,
  nowMs: number,
): boolean {
  return (
    !isReady(node) &&
    nodeCondition(node, 'Ready')?.status !== 'Unknown' &&
    node.createdAt !== undefined &&
    ageSeconds(node.createdAt, nowMs) < joinSeconds
  );
}

/** How long a node has not been Ready; one that never told counts from its creation. */
function downSeconds(node: NodeInfo, nowMs: number): number {
  const since =
    nodeCondition(node, 'Ready')?.lastTransitionTime ?? node.createdAt;
  return since ? ageSeconds(since, nowMs) : Infinity;
}
