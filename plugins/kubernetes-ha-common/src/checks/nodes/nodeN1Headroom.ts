/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { derivedFromBoth } from '../../snapshot/derivedFrom';
import type { NodeInfo, PodInfo } from '../../snapshot/sections/inventory';
import { defineCheck } from '../check';
import { fail, notApplicable, pass, warn } from '../outcome';
import { hasNoMachines, isSchedulableWorker, isWorker } from './workers';

/** What a node offers and a pod asks for, in one unit each. */
const resources = ['cpu', 'memory', 'pods'] as const;
type Amounts = Record<(typeof resources)[number], number>;

/** What is left of each resource without the worker that offers most of it, the tightest first. At least one node is a worker. */
const marginsOf = derivedFromBoth(
  (nodes: readonly NodeInfo[], pods: readonly PodInfo[]) => {
    const offered = new Map(
      nodes
        .filter(isSchedulableWorker)
        .map(node => [node.name, offerOf(node)] as const),
    );
    const reserved = new Set(
      nodes.filter(node => !isWorker(node)).map(({ name }) => name),
    );
    const requested: Amounts = { cpu: 0, memory: 0, pods: 0 };
    for (const pod of pods) {
      if (!asksForRoom(pod)) continue;
      if (staysOnItsNode(pod)) {
        const offer = pod.nodeName && offered.get(pod.nodeName);
        if (offer) add(offer, pod, -1);
      } else if (!pod.nodeName || !reserved.has(pod.nodeName)) {
        // Pods of nodes that are out of service need a place as well.
        add(requested, pod, 1);
      }
    }
    return resources
      .map(resource => {
        const offers = [...offered].map(([name, offer]) => ({
          name,
          amount: Math.max(0, offer[resource]),
        }));
        const largest = offers.reduce((a, b) => (b.amount > a.amount ? b : a));
        const left =
          offers.reduce((sum, { amount }) => sum + amount, 0) - largest.amount;
        return {
          resource,
          node: largest.name,
          left,
          requested: requested[resource],
          spare: left > 0 ? (left - requested[resource]) / left : -1,
        };
      })
      .sort((a, b) => a.spare - b.spare);
  },
);

/**
 * Whether the requests of all pods still fit when the largest worker is lost.
 * What DaemonSets and static pods take is taken off each node, because they do
 * not move. A sum: whether each pod finds a place is for the simulator.
 * Source: kubernetes-monitoring/kubernetes-mixin alerts (KubeCPUOvercommit, KubeMemoryOvercommit). @public
 */
export const nodeN1Headroom = defineCheck({
  id: 'node-n1-headroom',
  layer: 'nodes',
  severity: 'high',
  kind: 'design',
  stage: 1,
  reads: ['nodes', 'pods'],
  thresholds: {
    spareRatio: { value: 0.1, unit: 'ratio', source: '(proposal)' },
  },
  runbook: 'RB-CAPACITY',
  source:
    'https://github.com/kubernetes-monitoring/kubernetes-mixin/blob/master/alerts/resource_alerts.libsonnet',
  evaluate({ values: { nodes }, observed: sections, thresholds }) {
    const { spareRatio } = thresholds;
    const workers = nodes.filter(isSchedulableWorker);
    const required = message('node-n1-headroom.required', { spareRatio });
    if (nodes.length === 0) {
      return notApplicable(message('node-n1-headroom.none'));
    }
    if (hasNoMachines(nodes)) {
      return notApplicable(message('workers.no-machines'));
    }
    if (workers.length === 0) {
      return fail(message('node-n1-headroom.none'), required, {
        fix: message('node-n1-headroom.fix-none'),
        subjects: nodes.filter(isWorker).map(({ name }) => name),
      });
    }
    const [tightest] = marginsOf(sections.nodes, sections.pods);

    const observed = message('node-n1-headroom.observed', {
      workers: workers.length,
      node: tightest.node,
      resource: tightest.resource,
      requested: tightest.requested,
      left: tightest.left,
    });
    const parts = {
      fix: message('node-n1-headroom.fix', {
        resource: tightest.resource,
        missing: Math.max(
          0,
          tightest.requested / (1 - spareRatio) - tightest.left,
        ),
      }),
      subjects: [tightest.node],
    };
    if (tightest.spare < 0) return fail(observed, required, parts);
    if (tightest.spare < spareRatio) return warn(observed, required, parts);
    return pass(observed, required);
  },
});

function offerOf({ allocatable }: NodeInfo): Amounts {
  return {
    cpu: allocatable.cpuMillis,
    memory: allocatable.memoryBytes,
    pods: allocatable.pods,
  };
}

/** Finished and leaving pods need no place any more. */
function asksForRoom(pod: PodInfo): boolean {
  return pod.phase !== 'Succeeded' && pod.phase !== 'Failed' && !pod.deletedAt;
}

function staysOnItsNode(pod: PodInfo): boolean {
  return (
    pod.mirror || pod.ownerKind === 'DaemonSet' || pod.ownerKind === 'Node'
  );
}

function add(to: Amounts, pod: PodInfo, sign: 1 | -1): void {
  to.cpu += sign * pod.cpuMillis;
  to.memory += sign * pod.memoryBytes;
  to.pods += sign;
}
