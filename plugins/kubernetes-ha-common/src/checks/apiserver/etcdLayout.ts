/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { Sections } from '../../snapshot/clusterSnapshot';
import { memberNode } from '../etcd/memberNode';

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
    pods.value.some(pod => pod.mirror && pod.controlPlane?.component === 'etcd')
  ) {
    return 'stacked';
  }
  if (kubeadmConfig.state === 'observed') return 'stacked';
  if (etcd.state !== 'observed' || nodes.state !== 'observed') return 'untold';
  return etcd.value.members.some(member => memberNode(member, signals))
    ? 'stacked'
    : 'external';
}
