/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { refused } from '../../refusals/classify';
import { message } from 'backstage-plugin-kubernetes-ha-common';
import {
  kubeVipPods,
  LeaseInfo,
  LeasesInfo,
  LoadBalancerInstance,
  LoadBalancersInfo,
  machinesByHost,
  PodInfo,
} from 'backstage-plugin-kubernetes-ha-common';
import type { SourceContext } from '../../contracts';
import { previousValue } from '../previousValue';
import { absentSignal, unknownSignal } from '../signals';

/** The lock of kube-vip's control-plane mode unless `vip_leasename` says otherwise. Source: kube-vip pkg/kubevip (plunderLock) */
const LEASE = 'plndr-cp-lock';

/** The locks of its Services: one for all, or one for each (`kubevip-<service>`). */
const SERVICE_LEASE = /^(plndr-svcs-lock$|kubevip-)/;

/** What is looked for and where, as it stands in details. */
export const KUBE_VIP_LOOKED_FOR =
  'pods of kube-vip on the host network in every namespace, and its Lease in kube-system (plndr-cp-lock, or another named after it)';

/** What inventory and leases have seen of kube-vip. */
export function kubeVip(context: SourceContext): LoadBalancersInfo {
  const { pods: read } = context.previous;
  const pods = read?.state === 'observed' ? kubeVipPods(read) : [];
  const leases = previousValue(context.previous, 'leases');
  const lease = leases && leaseOf(leases, pods);
  return {
    instances: pods.map(pod => instanceOf(context, pod)),
    ...(leases &&
      lease?.holder && {
        kubeVip: {
          holder: lease.holder,
          lease: `${lease.namespace}/${lease.name}`,
          serverTime: leases.serverTime,
          ...(lease.renewTime && { renewTime: lease.renewTime }),
        },
      }),
  };
}

/**
 * The Lease of the control-plane mode: by its usual name, else the only one
 * that is named after kube-vip and held on a node that runs it.
 */
function leaseOf(
  { leases }: LeasesInfo,
  pods: readonly PodInfo[],
): LeaseInfo | undefined {
  const inKubeSystem = leases.filter(
    ({ namespace }) => namespace === 'kube-system',
  );
  const usual = inKubeSystem.find(({ name }) => name === LEASE);
  if (usual) return usual;
  const named = inKubeSystem.filter(
    ({ name }) => /plndr|vip/i.test(name) && !SERVICE_LEASE.test(name),
  );
  const nodes = machinesByHost(
    named.flatMap(({ holder }) => holder ?? []),
    pods.flatMap(({ nodeName }) => (nodeName ? [{ name: nodeName }] : [])),
  );
  const held = named.filter(({ holder }) => holder && nodes.has(holder));
  return held.length === 1 ? held[0] : undefined;
}

function instanceOf(
  context: SourceContext,
  pod: PodInfo,
): LoadBalancerInstance {
  const via = `pod ${pod.namespace}/${pod.name}`;
  return {
    name: pod.name,
    kind: 'kube-vip',
    ...(pod.nodeName && { nodeName: pod.nodeName }),
    stats: pod.ready
      ? absentSignal(
          context,
          'loadbalancer',
          via,
          refused('not-installed', message('detail.kube-vip-no-statistics')),
        )
      : unknownSignal(
          context,
          'loadbalancer',
          via,
          refused(
            'inconclusive',
            message('detail.kube-vip-pod-not-ready', {
              pod: `${pod.namespace}/${pod.name}`,
            }),
          ),
        ),
  };
}
