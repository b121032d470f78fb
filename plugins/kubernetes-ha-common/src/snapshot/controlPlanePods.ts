/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { derivedFrom } from './derivedFrom';
import type { PodInfo } from './sections/inventory';
import type { ObservedSignal } from './signal';

/** A pod that {@link controlPlanePods} tells. @public */
export type ControlPlanePod = PodInfo & Required<Pick<PodInfo, 'controlPlane'>>;

/** More kube-vip pods than control-plane nodes of any cluster. (proposal) */
const KUBE_VIP_PODS = 64;

/** Of all pods of a cluster a handful, found in one pass: they may have to be unpacked for it. */
const foundIn = derivedFrom((pods: readonly PodInfo[]) => ({
  controlPlane: pods.filter(
    (pod): pod is ControlPlanePod =>
      pod.mirror && pod.controlPlane !== undefined,
  ),
  kubeVip: pods.filter(isKubeVipPod).slice(0, KUBE_VIP_PODS),
}));

/**
 * The mirror pods of the static pods that are the control plane.
 * Source: https://kubernetes.io/docs/tasks/configure-pod-container/static-pod/
 * @public
 */
export function controlPlanePods(
  pods: ObservedSignal<readonly PodInfo[]>,
): readonly ControlPlanePod[] {
  return foundIn(pods).controlPlane;
}

/** The pods of kube-vip that may hold the address of the API. @public */
export function kubeVipPods(
  pods: ObservedSignal<readonly PodInfo[]>,
): readonly PodInfo[] {
  return foundIn(pods).kubeVip;
}

/**
 * Static pods `kube-vip-<node>` and DaemonSet pods `kube-vip-ds-…` in any
 * namespace; not the cloud provider, which answers no traffic. kube-vip needs
 * the host's network; what has only its name does not.
 */
function isKubeVipPod({ name, app, hostNetwork }: PodInfo): boolean {
  const isNamed = /^kube-?vip(-|$)/.test(name) || app === 'kube-vip';
  return isNamed && hostNetwork && !/cloud-(provider|controller)/.test(name);
}
