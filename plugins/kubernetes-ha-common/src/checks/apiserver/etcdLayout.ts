/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Sections } from '../../snapshot/clusterSnapshot';
import { controlPlanePods } from '../../snapshot/controlPlanePods';
import { memberNode, peerHosts } from '../etcd/memberNode';
import { isIp } from '../hostPort';

/**
 * Whether the etcd members run on the control-plane nodes (`stacked`), on
 * machines of their own (`external`), or where cannot be told.
 */
export function etcdLayout(
  signals: Readonly<Sections>,
): 'stacked' | 'external' | 'untold' {
  const { kubeadmConfig, pods, etcd, nodes } = signals;
  if (
    kubeadmConfig.state === 'observed' &&
    kubeadmConfig.value.externalEtcdEndpoints.length > 0
  ) {
    return 'external';
  }
  if (
    pods.state === 'observed' &&
    controlPlanePods(pods).some(
      ({ controlPlane }) => controlPlane.component === 'etcd',
    )
  ) {
    return 'stacked';
  }
  if (kubeadmConfig.state === 'observed') return 'stacked';
  if (etcd.state !== 'observed' || nodes.state !== 'observed') return 'untold';
  const { members } = etcd.value;
  if (members.some(member => memberNode(member, signals))) return 'stacked';
  // A name may lead to a node all the same; only addresses that are no node's tell.
  const hosts = members.flatMap(peerHosts);
  return nodes.value.length > 0 && hosts.length > 0 && hosts.every(isIp)
    ? 'external'
    : 'untold';
}
