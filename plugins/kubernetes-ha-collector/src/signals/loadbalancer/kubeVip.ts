/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type {
  LoadBalancerInstance,
  LoadBalancersInfo,
  PodInfo,
} from 'backstage-plugin-kubernetes-ha-common';
import type { SourceContext } from '../../contracts';
import { previousValue } from '../previousValue';
import { absentSignal, unknownSignal } from '../signals';

/** The lock of kube-vip's control-plane mode. Source: kube-vip cmd/kube-vip.go (leaseName) */
const LEASE = 'plndr-cp-lock';

/** Static pods `kube-vip-<node>` and DaemonSet pods `kube-vip-ds-…`; not the cloud provider, which answers no traffic. */
export function isKubeVipPod({ namespace, name }: PodInfo): boolean {
  return (
    namespace === 'kube-system' &&
    /^kube-vip(-|$)/.test(name) &&
    !name.startsWith('kube-vip-cloud-provider')
  );
}

/** What inventory and leases have seen of kube-vip. */
export function kubeVip(context: SourceContext): LoadBalancersInfo {
  const pods = previousValue(context.previous, 'pods') ?? [];
  const leases = previousValue(context.previous, 'leases');
  const lease = leases?.leases.find(
    ({ namespace, name }) => namespace === 'kube-system' && name === LEASE,
  );
  return {
    instances: pods.filter(isKubeVipPod).map(pod => instanceOf(context, pod)),
    ...(leases &&
      lease?.holder && {
        kubeVip: {
          holder: lease.holder,
          serverTime: leases.serverTime,
          ...(lease.renewTime && { renewTime: lease.renewTime }),
        },
      }),
  };
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
      ? absentSignal(context, 'loadbalancer', via, {
          reason: 'not-installed',
          detail: 'kube-vip keeps no statistics of servers; its pod is ready',
        })
      : unknownSignal(context, 'loadbalancer', via, {
          reason: 'inconclusive',
          detail: `${via} is not ready`,
        }),
  };
}
