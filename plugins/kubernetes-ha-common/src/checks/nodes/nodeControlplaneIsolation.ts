/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { message } from '../../messages';
import { derivedFromBoth } from '../../snapshot/derivedFrom';
import type { NodeInfo, PodInfo } from '../../snapshot/sections/inventory';
import { defineCheck } from '../check';
import { notApplicable, pass, warn } from '../outcome';
import { hasKubelet } from './nodeKind';
import { isWorker } from './workers';

/** Workloads on nodes of the control plane, by name, and the nodes that they are on. */
const guestsOf = derivedFromBoth(
  (nodes: readonly NodeInfo[], pods: readonly PodInfo[]) => {
    const names = new Set(
      nodes.flatMap(({ controlPlane, name }) => (controlPlane ? name : [])),
    );
    const guests = pods.filter(
      pod => pod.nodeName && names.has(pod.nodeName) && isWorkload(pod),
    );
    // Not the pods themselves: they would stay in memory as long as their signal.
    return {
      names: guests.map(({ namespace, name }) => `${namespace}/${name}`),
      hosts: [...new Set(guests.flatMap(({ nodeName }) => nodeName ?? []))],
    };
  },
);

/**
 * Whether the control-plane nodes are kept free of ordinary workloads, which
 * compete with etcd for disk and with the API server for memory.
 * Source: https://docs.openshift.com/en/documentation/openshift_container_platform/4.20/html/etcd/etcd-practices. @public
 */
export const nodeControlplaneIsolation = defineCheck({
  id: 'node-controlplane-isolation',
  layer: 'nodes',
  severity: 'medium',
  kind: 'design',
  stage: 1,
  reads: ['nodes', 'pods'],
  runbook: 'RB-TOPOLOGY',
  source:
    'https://docs.openshift.com/en/documentation/openshift_container_platform/4.20/html/etcd/etcd-practices',
  evaluate({ values: { nodes }, observed: sections }) {
    const controlPlane = nodes.filter(node => node.controlPlane);
    if (controlPlane.length === 0) {
      return notApplicable(message('node-controlplane-isolation.not-visible'));
    }
    if (controlPlane.length === nodes.filter(hasKubelet).length) {
      return notApplicable(message('node-controlplane-isolation.compact'));
    }
    const guests = guestsOf(sections.nodes, sections.pods);
    const open = controlPlane.filter(isWorker).map(({ name }) => name);
    const required = message('node-controlplane-isolation.required');
    const observed = message('node-controlplane-isolation.observed', {
      nodes: controlPlane.length,
      open,
      guests: guests.names,
    });
    if (guests.names.length > 0 || open.length > 0) {
      return warn(observed, required, {
        fix: message('node-controlplane-isolation.fix'),
        subjects: [...new Set([...open, ...guests.hosts])].sort(),
      });
    }
    return pass(observed, required);
  },
});

/** Namespaces that hold parts of the cluster itself, by custom. */
const SYSTEM_NAMESPACE = /^(kube-|openshift(-|$))|-system$/;

/** A pod that somebody runs on the cluster, not one that the cluster runs on. */
function isWorkload(pod: PodInfo): boolean {
  return (
    !pod.mirror &&
    pod.ownerKind !== 'DaemonSet' &&
    pod.phase !== 'Succeeded' &&
    pod.phase !== 'Failed' &&
    !SYSTEM_NAMESPACE.test(pod.namespace) &&
    !/^system-(node|cluster)-critical$/.test(pod.priorityClass ?? '')
  );
}
